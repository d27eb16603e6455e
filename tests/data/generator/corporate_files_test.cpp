#include "data/generator/corporate_files.hpp"

#include <gtest/gtest.h>

#include "data/lean/factor_file.hpp"
#include "framework/core/math.hpp"

namespace regimen::generator {
namespace {

using namespace std::chrono;

SymbolHistory FlatHistory(std::vector<Price> closes) {
  SymbolHistory history;
  const std::vector<TradingDay> sessions = TradingDays(2020y / January / 2, 2020y / December / 31);
  for (std::size_t i = 0; i < closes.size(); ++i) {
    history.days.push_back({.session = sessions[i],
                            .open = closes[i],
                            .high = closes[i],
                            .low = closes[i],
                            .close = closes[i],
                            .volume = 1000,
                            .regime = MarketRegime::Bull});
  }
  return history;
}

// Factors by hand: (100 - 2) / 100 = 0.98 for the dividend, and 1/4 for the split after it.
TEST(CorporateFilesTest, FactorsAreCumulativeFromTheEnd) {
  SymbolHistory history = FlatHistory({1'000'000, 1'000'000, 980'000, 980'000, 245'000});
  history.actions = {{.ex_day = 2, .dividend = 20'000}, {.ex_day = 4, .new_shares = 4}};
  EXPECT_EQ(FactorFileText(history),
            "20200102,0.98,0.25,1\n"
            "20200103,0.98,0.25,100\n"
            "20200107,1,0.25,98\n"
            "20501231,1,1,0\n");
}

TEST(CorporateFilesTest, WithoutActionsAllFactorsAreOne) {
  EXPECT_EQ(FactorFileText(FlatHistory({1'234'500, 1'234'500})),
            "20200102,1,1,1\n"
            "20501231,1,1,0\n");
}

TEST(CorporateFilesTest, AnActionOnTheSecondDayNeedsNoRowBeforeItsOwn) {
  SymbolHistory history = FlatHistory({1'234'500, 1'000'000});
  history.actions = {{.ex_day = 1, .new_shares = 3}};
  EXPECT_EQ(FactorFileText(history),
            "20200102,1,0.3333333,123.45\n"
            "20501231,1,1,0\n");
}

TEST(CorporateFilesTest, LeanReadsTheDividendsToTheCentAndTheSplits) {
  const GeneratorOptions options{.start = 2000y / January / 1};
  const std::vector<TradingDay> sessions = TradingDays(2000y / January / 1, 2023y / December / 31);
  const std::vector<MarketDay> market = SimulateMarket(options.seed, sessions.size());
  const SymbolHistory history = SimulateSymbol(options,
                                               {.ticker = "payer",
                                                .start_price = 300.0,
                                                .drift = 0.15,
                                                .dividend_yield = 0.05,
                                                .split_above = 400.0},
                                               sessions, market);
  const lean::FactorFile file = lean::FactorFile::Parse(FactorFileText(history), "payer.csv");
  std::size_t splits = 0;
  for (const CorporateAction& action : history.actions) {
    const SymbolDay& before = history.days[action.ex_day - 1];
    const year_month_day parts(before.session.date);
    const DateTime date(static_cast<int>(parts.year()),
                        static_cast<int>(static_cast<unsigned>(parts.month())),
                        static_cast<int>(static_cast<unsigned>(parts.day())));
    const Decimal close = Decimal::FromScaled(before.close, 4);
    if (action.new_shares > 1) {
      const auto split = file.SplitAfter(date);
      ASSERT_TRUE(split.has_value());
      EXPECT_EQ(split->reference_price, close);
      EXPECT_NEAR(split->ratio.ToDouble() * action.new_shares, 1.0, 1e-4);
      EXPECT_FALSE(file.DividendAfter(date).has_value());
      ++splits;
    } else {
      const auto dividend = file.DividendAfter(date);
      ASSERT_TRUE(dividend.has_value());
      EXPECT_EQ(dividend->reference_price, close);
      // LEAN: Dividend.ComputeDistribution.
      EXPECT_EQ(Math::Round(close - close * dividend->ratio, 2),
                Decimal::FromScaled(action.dividend, 4));
      EXPECT_FALSE(file.SplitAfter(date).has_value());
    }
  }
  EXPECT_GE(splits, 2U);
  EXPECT_GE(history.actions.size() - splits, 90U);
  EXPECT_EQ(file.Rows().size(), history.actions.size() + 2);
}

TEST(CorporateFilesTest, AMapFileNamesTheListingAndTheEndOfTime) {
  const GeneratedSymbol symbol = {
      .ticker = "spy", .exchange = "P", .listed = Date(1998y / January / 2)};
  EXPECT_EQ(MapFileText(symbol, FlatHistory({1'000'000})), "19980102,spy,P\n20501231,spy,P\n");
}

TEST(CorporateFilesTest, ARenamedSymbolStartsUnderItsFormerTicker) {
  const GeneratedSymbol symbol = {
      .ticker = "meta", .former_ticker = "fb", .renamed = Date(2022y / June / 8)};
  EXPECT_EQ(MapFileText(symbol, FlatHistory({1'000'000})),
            "20200102,fb,Q\n20220608,fb,Q\n20501231,meta,Q\n");
}

}  // namespace
}  // namespace regimen::generator
