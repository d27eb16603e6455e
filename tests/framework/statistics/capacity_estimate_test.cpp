// Expected values: worked out by hand from the rules of spec 2.9.
#include "framework/statistics/capacity_estimate.hpp"

#include <map>
#include <optional>

#include <gtest/gtest.h>

#include "tests/support/lean_case.hpp"

namespace regimen {
namespace {

const DateTime kStart(2013, 10, 7);
const DateTime kFill(2013, 10, 7, 13, 31, 0);

Symbol SymbolOf(const char* ticker) {
  return {SecurityIdentifier::GenerateEquity(DateTime(1998, 1, 2), ticker, "usa"), ticker};
}

class FakeSource : public CapacityDataSource {
 public:
  std::optional<CapacityBar> Bar(const Symbol& symbol) const override {
    ++asked;
    const auto found = bars.find(symbol);
    return found == bars.end() ? std::nullopt : std::optional(found->second);
  }
  Decimal TotalPortfolioValue() const override { return portfolio_value; }
  Decimal LeveragedBuyingPower(const Symbol& symbol) const override {
    const auto found = holdings.find(symbol);
    return found == holdings.end() ? Decimal() : found->second;
  }
  bool IsInvested(const Symbol& symbol) const override { return holdings.contains(symbol); }

  std::map<Symbol, CapacityBar> bars;
  std::map<Symbol, Decimal> holdings;
  Decimal portfolio_value = 100000;
  mutable int asked = 0;
};

class CapacityEstimateTest : public testing::Test {
 protected:
  void Fill(const Symbol& symbol, DateTime time, Decimal price, Decimal quantity) {
    estimate_.OnFill({.symbol = symbol, .utc_time = time, .price = price, .quantity = quantity});
  }
  static CapacityBar MinuteBar(Decimal close, Decimal volume) {
    return {.close = close, .volume = volume, .period = TimeSpan::FromMinutes(1)};
  }

  FakeSource source_;
  // Five days: a snapshot every 3.99 days.
  CapacityEstimate estimate_{source_, kStart, kStart.AddDays(5).AddTicks(-1)};
  Symbol spy_ = SymbolOf("SPY");
  Symbol ibm_ = SymbolOf("IBM");
};

TEST_F(CapacityEstimateTest, AsksForNoBarsBeforeTheFirstFill) {
  estimate_.Update(kFill);
  estimate_.ForceSnapshot(kFill);
  EXPECT_EQ(source_.asked, 0);
  EXPECT_EQ(estimate_.Capacity().ToString(), "0.00");
  EXPECT_FALSE(estimate_.LowestCapacityAsset());
}

TEST_F(CapacityEstimateTest, CountsAFifthOfALiquidMarketsMinuteAfterAFill) {
  Fill(spy_, kFill, 100, 900);
  source_.holdings[spy_] = 90000;
  source_.bars[spy_] = MinuteBar(100, 100000);
  estimate_.Update(kFill);
  estimate_.Update(kFill.AddMinutes(1));
  estimate_.Update(kFill.AddMinutes(2));  // 6,000,000 / 20,000,000 minutes: over after one
  EXPECT_EQ(source_.asked, 3);
  estimate_.Update(kFill.AddMinutes(3));
  EXPECT_EQ(source_.asked, 3);
  estimate_.ForceSnapshot(kFill.AddMinutes(4));
  // 2 x 10,000,000 x 0.20 by 1 trade, all sales were of SPY.
  EXPECT_EQ(estimate_.Capacity(), 4000000);
  EXPECT_EQ(estimate_.LowestCapacityAsset(), spy_);
}

TEST_F(CapacityEstimateTest, BlendsWithTheLastEstimateAndFadesByOnePercent) {
  Fill(spy_, kFill, 100, 900);
  source_.bars[spy_] = MinuteBar(100, 100000);
  estimate_.Update(kFill);
  estimate_.ForceSnapshot(kFill.AddMinutes(5));
  EXPECT_EQ(estimate_.Capacity(), 2000000);
  // Flat and nothing sold since: 0.33 + 0.66 of the old.
  estimate_.ForceSnapshot(kFill.AddMinutes(6));
  EXPECT_EQ(estimate_.Capacity(), 1980000);
}

TEST_F(CapacityEstimateTest, TakesTheSmallestMarketAndTheLargerShare) {
  Fill(spy_, kFill, 100, 300);
  Fill(ibm_, kFill, 100, 100);
  source_.holdings[ibm_] = 50000;
  source_.bars[spy_] = MinuteBar(100, 1000000);
  source_.bars[ibm_] = MinuteBar(100, 100000);
  estimate_.Update(kFill);
  estimate_.ForceSnapshot(kFill.AddHours(1));
  EXPECT_EQ(estimate_.LowestCapacityAsset(), ibm_);
  // 2,000,000 by half of the portfolio; only a quarter of the sales.
  EXPECT_EQ(estimate_.Capacity(), 4000000);
}

TEST_F(CapacityEstimateTest, DiscountsFillsThatFollowEachOtherFast) {
  Fill(spy_, kFill, 100, 100);
  Fill(spy_, kFill.AddMinutes(78), 100, 100);
  source_.bars[spy_] = MinuteBar(100, 100000);
  estimate_.Update(kFill.AddMinutes(78));
  estimate_.ForceSnapshot(kFill.AddHours(3));
  // 2 x 78 / 390 = 0.4 of 10,000,000, a fifth of it, by two trades.
  EXPECT_EQ(estimate_.Capacity(), 400000);
}

TEST_F(CapacityEstimateTest, KeepsWatchingUntilThereIsVolume) {
  Fill(spy_, kFill, 100, 100);
  estimate_.Update(kFill);
  source_.bars[spy_] = MinuteBar(100, 0);
  estimate_.Update(kFill.AddMinutes(1));
  EXPECT_EQ(source_.asked, 2);
  source_.bars[spy_] = MinuteBar(1, 1000);  // 6000 minutes would be needed: 120 at most
  estimate_.Update(kFill.AddMinutes(120));
  estimate_.Update(kFill.AddMinutes(121));
  estimate_.Update(kFill.AddMinutes(122));
  EXPECT_EQ(source_.asked, 4);
}

TEST_F(CapacityEstimateTest, CountsTheHourOfTheFillAndDailyBarsByTheirEnd) {
  Fill(spy_, kFill, 100, 100);
  source_.bars[spy_] = {.close = 10, .volume = 100000, .period = TimeSpan::FromHours(6.5)};
  estimate_.Update(kFill.AddMinutes(29));  // 14:00
  estimate_.ForceSnapshot(kFill.AddHours(3));
  EXPECT_EQ(estimate_.Capacity(), 50000);

  Fill(ibm_, kFill, 100, 1);
  source_.bars[ibm_] = {.close = 10, .volume = 100000, .period = TimeSpan::FromDays(1)};
  estimate_.Update(kFill);
  EXPECT_EQ(estimate_.LowestCapacityAsset(), spy_);
  estimate_.ForceSnapshot(kFill.AddHours(4));
  EXPECT_EQ(estimate_.LowestCapacityAsset(), ibm_);
}

TEST_F(CapacityEstimateTest, TakesASnapshotWhenThePeriodHasPassed) {
  Fill(spy_, kFill, 100, 100);
  source_.bars[spy_] = MinuteBar(100, 100000);
  estimate_.Update(kFill);
  estimate_.Update(kStart.AddDays(3).AddHours(23));
  EXPECT_EQ(estimate_.Capacity(), 0);
  estimate_.Update(kStart.AddDays(4));
  EXPECT_EQ(estimate_.Capacity(), 2000000);
}

TEST_F(CapacityEstimateTest, ForgetsASecurityAfterThirtyDaysUnlessItIsHeld) {
  Fill(spy_, kFill, 100, 100);
  Fill(ibm_, kFill, 100, 100);
  source_.holdings[ibm_] = 1;
  estimate_.ForceSnapshot(kFill.AddDays(30));
  EXPECT_EQ(estimate_.LowestCapacityAsset(), spy_);  // the first of two equals
  estimate_.ForceSnapshot(kFill.AddDays(31));
  EXPECT_EQ(estimate_.LowestCapacityAsset(), ibm_);
  // A new security takes the place that became free and stands before IBM.
  const Symbol bac = SymbolOf("BAC");
  Fill(bac, kFill.AddDays(32), 100, 100);
  estimate_.ForceSnapshot(kFill.AddDays(33));
  EXPECT_EQ(estimate_.LowestCapacityAsset(), bac);
}

TEST_F(CapacityEstimateTest, LeavesTheEstimateAloneWithoutPortfolioValue) {
  Fill(spy_, kFill, 100, 100);
  source_.portfolio_value = 0;
  estimate_.ForceSnapshot(kFill);
  EXPECT_FALSE(estimate_.LowestCapacityAsset());
}

}  // namespace
}  // namespace regimen
