// Expected values: spec 5.1 (LEAN's BasicTemplateAlgorithm), or worked out by hand from spec 1.3.
#include "framework/results/daily_sampler.hpp"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/lean_case.hpp"

namespace regimen {
namespace {

const DateTime kStart(2013, 10, 7);

Symbol SymbolOf(const std::string& ticker) {
  return {SecurityIdentifier::GenerateEquity(DateTime(1998, 1, 2), ticker, "usa"), ticker};
}

class DailySamplerTest : public testing::Test {
 protected:
  // Midnight in New York, in the summer.
  PortfolioSnapshot Midnight(int day, Decimal value) const {
    PortfolioSnapshot snapshot;
    snapshot.local_time = kStart.AddDays(day);
    snapshot.utc_time = snapshot.local_time.AddHours(4);
    snapshot.portfolio_value = value;
    return snapshot;
  }
  void Sample(const PortfolioSnapshot& snapshot) { sampler_.Sample(snapshot, equity_, charts_); }
  std::string Last(const char* chart, const char* series) const {
    const Series* found = charts_.Find(chart, series);
    if (found == nullptr || found->Count() == 0) return "";
    const auto y = found->Values().back().Y();
    return y.has_value() ? y->ToString() : "null";
  }

  DailySampler sampler_{100000, kStart, "$"};
  EquitySampler equity_{kStart, kStart.AddDays(5).AddTicks(-1)};
  ChartCollection charts_;
  Symbol spy_ = SymbolOf("SPY");
};

TEST_F(DailySamplerTest, GivesTheFirstDaysOfLeansBasicTemplate) {
  PortfolioSnapshot day0 = Midnight(0, 100000);
  day0.benchmark = 146.02678634_m;
  day0.holdings = {{spy_, 0, 0}};
  Sample(day0);
  EXPECT_EQ(Last("Strategy Equity", "Return"), "0");
  EXPECT_EQ(Last("Benchmark", "Benchmark"), "146.0268");
  EXPECT_EQ(Last("Drawdown", "Equity Drawdown"), "0");
  EXPECT_EQ(Last("Portfolio Turnover", "Portfolio Turnover"), "");
  EXPECT_EQ(Last("Exposure", "Equity - Long Ratio"), "0");
  EXPECT_EQ(charts_.Find("Assets Sales Volume"), nullptr);

  PortfolioSnapshot day1 = Midnight(1, 99978.714107_m);
  day1.total_sale_volume = 99609.82622896_m;
  day1.holdings = {{spy_, 99592.33_m, 99609.82622896_m}};
  day1.margin_groups = {{"SPY", 49796.165_m}};
  Sample(day1);
  EXPECT_EQ(Last("Strategy Equity", "Return"), "-0.02128589");
  EXPECT_EQ(Last("Drawdown", "Equity Drawdown"), "-0.02");
  EXPECT_EQ(Last("Portfolio Turnover", "Portfolio Turnover"), "0.9963103");
  EXPECT_EQ(Last("Exposure", "Equity - Long Ratio"), "0.9961");
  EXPECT_EQ(Last("Exposure", "Equity - Short Ratio"), "0");
  EXPECT_EQ(Last("Assets Sales Volume", "SPY"), "99609.8262");
  EXPECT_EQ(Last("Portfolio Margin", "SPY"), "49.81");
  EXPECT_EQ(charts_.Find("Strategy Equity", "Equity")->Candles().back().Close(), 99978.7141_m);
}

TEST_F(DailySamplerTest, CoversTheSameDayAgainWhenASampleIsRepeated) {
  PortfolioSnapshot snapshot = Midnight(1, 1000);
  snapshot.total_sale_volume = 500;
  Sample(snapshot);
  EXPECT_EQ(Last("Portfolio Turnover", "Portfolio Turnover"), "0.5");
  snapshot.total_sale_volume = 700;
  Sample(snapshot);
  EXPECT_EQ(Last("Portfolio Turnover", "Portfolio Turnover"), "0.7");
  EXPECT_EQ(charts_.Find("Portfolio Turnover", "Portfolio Turnover")->Count(), 1U);
  PortfolioSnapshot next = Midnight(2, 1000);
  next.total_sale_volume = 800;
  Sample(next);
  EXPECT_EQ(Last("Portfolio Turnover", "Portfolio Turnover"), "0.1");
}

TEST_F(DailySamplerTest, SplitsExposureBySideAndTypeAndSkipsAWorthlessPortfolio) {
  PortfolioSnapshot snapshot = Midnight(0, 1000);
  snapshot.holdings = {{spy_, 300, 0}, {SymbolOf("IBM"), -200, 0}, {SymbolOf("BAC"), 100, 0}};
  Sample(snapshot);
  EXPECT_EQ(Last("Exposure", "Equity - Long Ratio"), "0.4");
  EXPECT_EQ(Last("Exposure", "Equity - Short Ratio"), "-0.2");
  PortfolioSnapshot worthless = Midnight(1, 0);
  worthless.holdings = snapshot.holdings;
  Sample(worthless);
  EXPECT_EQ(charts_.Find("Exposure", "Equity - Long Ratio")->Count(), 1U);
  EXPECT_EQ(Last("Portfolio Turnover", "Portfolio Turnover"), "");
  // From a value of 0 there is no return.
  Sample(Midnight(2, 500));
  EXPECT_EQ(Last("Strategy Equity", "Return"), "0");
}

TEST_F(DailySamplerTest, ShowsTheThirtyMostTraded) {
  PortfolioSnapshot snapshot = Midnight(0, 1000);
  for (int i = 0; i < 40; ++i) {
    snapshot.holdings.push_back({SymbolOf("T" + std::to_string(i)), 0, i});
  }
  Sample(snapshot);
  const Chart& chart = *charts_.Find("Assets Sales Volume");
  ASSERT_EQ(chart.Series().size(), 30U);
  EXPECT_EQ(chart.Series().front().Name(), "T39");
  EXPECT_EQ(chart.Series().back().Name(), "T10");
}

TEST_F(DailySamplerTest, StartsAnewFromTheValueAtTheEndOfTheWarmUp) {
  sampler_.OnWarmupFinished(100000.00_m, equity_);
  EXPECT_EQ(sampler_.StartingCapital().ToString(), "100000");
  equity_.EndStep(kStart, 5, charts_);
  sampler_.OnWarmupFinished(90000, equity_);
  EXPECT_EQ(sampler_.StartingCapital(), 90000);
  Sample(Midnight(1, 99000));
  EXPECT_EQ(Last("Strategy Equity", "Return"), "10");
}

}  // namespace
}  // namespace regimen
