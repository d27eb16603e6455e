// Every statistic of LEAN's own results, computed again from LEAN's own charts, ledger and trades.
#include "framework/statistics/statistics_builder.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "data/lean/interest_rate_reader.hpp"
#include "framework/core/error.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/json.hpp"
#include "tests/support/lean_case.hpp"

namespace regimen {
namespace {

using tests::Json;
using tests::LeanCase;

// -0 counts as 0 (the exam's rule).
std::string Comparable(const std::string& text) { return text == "-0" ? "0" : text; }

// The sign before the digits.
std::string CurrencyOf(const std::string& money) {
  return money.substr(0, money.find_first_of("-0123456789"));
}

Decimal AmountOf(const std::string& money) {
  return Decimal::Parse(money.substr(CurrencyOf(money).size()));
}

// A case's inputs; owns what the statistics borrow.
struct CaseInput {
  explicit CaseInput(const LeanCase& lean, const RiskFreeInterestRateModel& rates)
      : equity(lean.Equity()),
        performance(lean.Points("Strategy Equity", "Return")),
        benchmark(lean.Points("Benchmark", "Benchmark")),
        turnover(lean.Points("Portfolio Turnover", "Portfolio Turnover")),
        ledger(lean.Ledger()),
        trades(lean.ClosedTrades()) {
    const std::string fees = lean.Statistic("Total Fees");
    const Json portfolio = lean.Result()["totalPerformance"]["portfolioStatistics"];
    input.equity = equity;
    input.performance = performance;
    input.benchmark = benchmark;
    input.turnover = turnover;
    input.ledger = ledger;
    input.trades = trades;
    input.starting_capital = portfolio["startEquity"].Number();
    input.total_fees = AmountOf(fees);
    input.total_orders = std::stoll(lean.Statistic("Total Orders"));
    input.capacity = AmountOf(lean.Statistic("Estimated Strategy Capacity"));
    input.lowest_capacity_asset = lean.Statistic("Lowest Capacity Asset");
    input.account_currency_symbol = CurrencyOf(fees);
    input.trading_days_per_year =
        lean.Result()["algorithmConfiguration"]["tradingDaysPerYear"].Integer();
    input.risk_free_rate = &rates;
  }

  std::vector<Candlestick> equity;
  std::vector<ChartPoint> performance;
  std::vector<ChartPoint> benchmark;
  std::vector<ChartPoint> turnover;
  std::vector<ProfitLossRecord> ledger;
  std::vector<Trade> trades;
  StatisticsInput input;
};

class StatisticsBuilderTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!tests::ExamDir() || !tests::LeanDataDir() || !tests::HasXz()) {
      GTEST_SKIP() << "needs REGIMEN_EXAM_DIR, REGIMEN_LEAN_DATA and xz";
    }
    rates_ = lean::ReadInterestRates(*tests::LeanDataDir() / lean::kInterestRateFile);
  }

  InterestRateProvider rates_;
};

TEST_F(StatisticsBuilderTest, GivesEverySummaryOfLean) {
  for (const auto& file : tests::AllLeanCases(*tests::ExamDir())) {
    const LeanCase lean(file);
    const CaseInput given(lean, rates_);
    const StatisticsResults results = GenerateStatistics(given.input);
    const std::vector<Json> expected = lean.Result()["statistics"].Members();
    ASSERT_EQ(results.Summary().Count(), expected.size()) << lean.Name();
    auto entry = results.Summary().begin();
    for (const Json member : expected) {
      EXPECT_EQ(entry->first, member.Name()) << lean.Name();
      EXPECT_EQ(Comparable(entry->second), Comparable(member.Text()))
          << lean.Name() << " " << entry->first;
      ++entry;
    }
  }
}

}  // namespace
}  // namespace regimen
