#include "regime/bridge/followed_series.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "framework/market/bar.hpp"
#include "tests/regime/detector/series.hpp"

namespace regimen {
namespace {

TradeBar Daily(int day, double open, double close) {
  const Decimal low = Decimal(std::min(open, close));
  const Decimal high = Decimal(std::max(open, close));
  return {DateTime(2018, 1, 1) + TimeSpan::FromDays(day), Symbol(),
          Bar(Decimal(open), high, low, Decimal(close)), 1000, TimeSpan::FromHours(16)};
}

void Feed(FollowedSeries& series, const TradeBar& bar) {
  series.Offer(bar);
  while (series.AdvanceToRefit()) series.Adopt(PerformRefit(series.Request()));
}

// Feeds `days` days that rise by 0.2 % on average; returns the last close.
double FeedBullMarket(FollowedSeries& series, int days) {
  double close = 100;
  for (int day = 0; day < days; ++day) {
    close *= std::exp(day % 2 == 0 ? 0.006 : -0.002);
    Feed(series, Daily(day, close, close));
  }
  return close;
}

RegimeOptions OneState() {
  RegimeOptions options;
  options.n_states = 1;
  options.lookback_days = 40;
  return options;
}

TEST(FollowedSeriesTest, ABarThatTheDetectorRefusesMakesNoReturn) {
  FollowedSeries series(Symbol(), OneState());
  const double close = FeedBullMarket(series, 60);
  Feed(series, Daily(60, 0, 1));
  Feed(series, Daily(61, close * 1.01, close * 1.01));
  const auto& entries = series.History().Entries();
  ASSERT_EQ(entries.size(), 62U);
  EXPECT_TRUE(std::isnan(entries[60].log_return));
  EXPECT_NEAR(entries[61].log_return, std::log(1.01), 1e-12);
}

TEST(FollowedSeriesTest, ReturnsBehindAHoleAreReturns) {
  FollowedSeries series(Symbol(), OneState());
  const double close = FeedBullMarket(series, 60);
  Feed(series, Daily(400, close * 2, close * 2));
  Feed(series, Daily(401, close * 2.02, close * 2.02));
  EXPECT_EQ(series.Snapshot().status, DetectorStatus::SeriesGap);
  EXPECT_TRUE(std::isnan(series.History().Entries()[60].log_return));
  EXPECT_NEAR(series.History().Entries()[61].log_return, std::log(1.01), 1e-12);
}

TEST(FollowedSeriesTest, AWeightForUnknownHoldsWhateverTheLeastConfidence) {
  RegimeOptions options = OneState();
  options.regime_allocations = {
      {Regime::Bull, 1}, {Regime::Sideways, 0.5}, {Regime::Bear, 0}, {Regime::Unknown, 0.25}};
  options.min_confidence = 0.6;
  FollowedSeries series(Symbol(), options);
  FeedBullMarket(series, 60);
  ASSERT_EQ(series.Snapshot().regime, Regime::Bull);
  EXPECT_EQ(series.Allocation(), 1);
  Feed(series, Daily(60, 0, 1));
  ASSERT_EQ(series.Snapshot().regime, Regime::Unknown);
  EXPECT_EQ(series.Allocation(), Decimal(0.25));
}

}  // namespace
}  // namespace regimen
