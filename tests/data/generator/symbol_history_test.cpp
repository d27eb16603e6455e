#include "data/generator/symbol_history.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace regimen::generator {
namespace {

using namespace std::chrono;

class SymbolHistoryTest : public ::testing::Test {
 protected:
  SymbolHistory Simulate(const GeneratedSymbol& symbol) const {
    return SimulateSymbol(options_, symbol, sessions_, market_);
  }

  // Log return of a day for one who held the share overnight.
  static double Return(const SymbolHistory& history, std::size_t day) {
    double close = static_cast<double>(history.days[day].close);
    for (const CorporateAction& action : history.actions) {
      if (action.ex_day != day) continue;
      close = (close + static_cast<double>(action.dividend)) * action.new_shares;
    }
    return std::log(close / static_cast<double>(history.days[day - 1].close));
  }

  static double Correlation(const SymbolHistory& a, const SymbolHistory& b) {
    double aa = 0.0;
    double ab = 0.0;
    double bb = 0.0;
    for (std::size_t day = 1; day < a.days.size(); ++day) {
      const double x = Return(a, day);
      const double y = Return(b, day);
      aa += x * x;
      ab += x * y;
      bb += y * y;
    }
    return ab / std::sqrt(aa * bb);
  }

  GeneratorOptions options_{.seed = 3, .start = 2010y / January / 1};
  std::vector<TradingDay> sessions_ = TradingDays(2010y / January / 1, 2019y / December / 31);
  std::vector<MarketDay> market_ = SimulateMarket(options_.seed, sessions_.size());
};

TEST_F(SymbolHistoryTest, HighAndLowEncloseOpenAndClose) {
  for (const char* ticker : {"a", "b", "c"}) {
    for (const SymbolDay& day : Simulate({.ticker = ticker, .volatility = 0.4}).days) {
      EXPECT_GE(day.high, std::max(day.open, day.close));
      EXPECT_LE(day.low, std::min(day.open, day.close));
      EXPECT_GT(day.low, 0);
      EXPECT_EQ(day.open % kCent + day.high % kCent + day.low % kCent + day.close % kCent, 0);
      EXPECT_GT(day.volume, 0);
      EXPECT_EQ(day.volume % 100, 0);
    }
  }
}

TEST_F(SymbolHistoryTest, ASymbolWithoutNoiseOfItsOwnIsTheMarket) {
  const SymbolHistory index =
      Simulate({.ticker = "index", .start_price = 1000.0, .volatility = 0.0});
  double market = 1000.0;
  for (std::size_t day = 0; day < market_.size(); ++day) {
    market *= std::exp(market_[day].overnight + market_[day].intraday);
    EXPECT_NEAR(static_cast<double>(index.days[day].close) / kDollar, market, 0.0051);
  }
}

TEST_F(SymbolHistoryTest, SymbolsAreCorrelatedThroughTheMarket) {
  const SymbolHistory index = Simulate({.ticker = "index", .volatility = 0.0});
  const SymbolHistory close = Simulate({.ticker = "close", .beta = 1.2, .volatility = 0.05});
  const SymbolHistory loose = Simulate({.ticker = "loose", .beta = 1.0, .volatility = 0.3});
  const SymbolHistory hedge = Simulate({.ticker = "hedge", .beta = -0.5, .volatility = 0.05});
  EXPECT_GT(Correlation(index, close), 0.9);
  EXPECT_GT(Correlation(index, loose), 0.2);
  EXPECT_LT(Correlation(index, loose), 0.8);
  EXPECT_LT(Correlation(index, hedge), -0.6);
}

TEST_F(SymbolHistoryTest, AnotherSymbolIsDrawnIndependently) {
  const SymbolHistory a = Simulate({.ticker = "a", .beta = 0.0, .volatility = 0.2});
  const SymbolHistory b = Simulate({.ticker = "b", .beta = 0.0, .volatility = 0.2});
  EXPECT_LT(std::abs(Correlation(a, b)), 0.08);
}

TEST_F(SymbolHistoryTest, DividendsArePaidEachQuarterAndAddUpToTheYield) {
  const SymbolHistory history = Simulate({.ticker = "payer", .dividend_yield = 0.04});
  EXPECT_GE(history.actions.size(), 38U);
  EXPECT_LE(history.actions.size(), 40U);
  double total = 0.0;
  for (const CorporateAction& action : history.actions) {
    EXPECT_EQ(action.new_shares, 1);
    EXPECT_EQ(action.dividend % kCent, 0);
    const auto reference = static_cast<double>(history.days[action.ex_day - 1].close);
    total += static_cast<double>(action.dividend) / reference;
  }
  EXPECT_NEAR(total / static_cast<double>(history.actions.size()), 0.01, 0.0003);
}

// The same noise moves both, so they differ by what was paid and by cents.
TEST_F(SymbolHistoryTest, ADividendTakesFromThePriceWhatItPays) {
  const GeneratedSymbol payer = {.ticker = "payer", .start_price = 500.0, .dividend_yield = 0.2};
  const SymbolHistory history = Simulate(payer);
  options_.dividends = false;
  const SymbolHistory without = Simulate(payer);
  EXPECT_TRUE(without.actions.empty());
  ASSERT_FALSE(history.actions.empty());
  // The price before the open move is lower by the dividend, so that much times the move is lost.
  for (const CorporateAction& action : history.actions) {
    const SymbolDay& day = history.days[action.ex_day];
    const SymbolDay& before = history.days[action.ex_day - 1];
    const double move = static_cast<double>(without.days[action.ex_day].close) /
                        static_cast<double>(without.days[action.ex_day - 1].close);
    EXPECT_NEAR(static_cast<double>(day.close),
                static_cast<double>(before.close - action.dividend) * move, 1.5 * kCent);
  }
}

TEST_F(SymbolHistoryTest, ASplitDividesThePriceAndMultipliesTheVolume) {
  const GeneratedSymbol grower = {
      .ticker = "grower", .start_price = 90.0, .drift = 0.4, .split_above = 150.0};
  const SymbolHistory history = Simulate(grower);
  options_.splits = false;
  const SymbolHistory without = Simulate(grower);
  EXPECT_TRUE(without.actions.empty());
  ASSERT_GE(history.actions.size(), 2U);
  double shares = 1.0;
  std::size_t day = 0;
  for (const CorporateAction& action : history.actions) {
    for (; day < action.ex_day; ++day) {
      EXPECT_NEAR(static_cast<double>(history.days[day].close) * shares,
                  static_cast<double>(without.days[day].close), 0.51 * kCent * shares + 50.0);
      EXPECT_NEAR(static_cast<double>(history.days[day].volume),
                  static_cast<double>(without.days[day].volume) * shares, 100.0 * shares);
    }
    EXPECT_GT(history.days[action.ex_day - 1].close, 150 * kDollar);
    EXPECT_LT(history.days[action.ex_day].close, 75 * kDollar);
    EXPECT_GE(action.new_shares, 2);
    shares *= action.new_shares;
  }
}

TEST_F(SymbolHistoryTest, NoCloseFallsBelowOneDollar) {
  const SymbolHistory history =
      Simulate({.ticker = "loser", .start_price = 5.0, .drift = -1.0, .volatility = 0.8});
  Price lowest = history.days.front().close;
  for (const SymbolDay& day : history.days) lowest = std::min({lowest, day.open, day.close});
  EXPECT_EQ(lowest, kDollar);
}

TEST_F(SymbolHistoryTest, ALaterFirstDayStartsAtTheStartPrice) {
  const SymbolHistory history =
      Simulate({.ticker = "young", .start_price = 50.0, .first_day = Date(2015y / June / 1)});
  EXPECT_EQ(history.days.front().session.date, Date(2015y / June / 1));
  EXPECT_NEAR(static_cast<double>(history.days.front().open) / kDollar, 50.0, 5.0);
}

TEST_F(SymbolHistoryTest, CrisesTradeMoreAndRangeWider) {
  options_.seed = 8;
  market_ = SimulateMarket(options_.seed, sessions_.size());
  const SymbolHistory history = Simulate({.ticker = "index", .volatility = 0.0});
  std::array<double, kMarketRegimes> volume{};
  std::array<double, kMarketRegimes> range{};
  std::array<double, kMarketRegimes> count{};
  for (const SymbolDay& day : history.days) {
    const auto regime = static_cast<std::size_t>(day.regime);
    count.at(regime) += 1.0;
    volume.at(regime) += static_cast<double>(day.volume);
    range.at(regime) += static_cast<double>(day.high - day.low) / static_cast<double>(day.close);
  }
  constexpr auto kCrisis = static_cast<std::size_t>(MarketRegime::Crisis);
  constexpr auto kBull = static_cast<std::size_t>(MarketRegime::Bull);
  ASSERT_GT(count[kCrisis], 10.0);
  ASSERT_GT(count[kBull], 10.0);
  EXPECT_GT(volume[kCrisis] / count[kCrisis], 1.5 * volume[kBull] / count[kBull]);
  EXPECT_GT(range[kCrisis] / count[kCrisis], 2.0 * range[kBull] / count[kBull]);
}

}  // namespace
}  // namespace regimen::generator
