// What a detector says of data that are not what they claim to be.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "regime/detector/regime_detector.hpp"
#include "tests/regime/detector/series.hpp"

namespace regimen {
namespace {

using tests::BarAt;
using tests::BarsOf;
using tests::Simulated;
using tests::Snapshots;
using tests::TwoStates;

void ExpectNoSignal(const RegimeSnapshot& snapshot, DetectorStatus status) {
  EXPECT_EQ(snapshot.status, status);
  EXPECT_EQ(snapshot.regime, Regime::Unknown);
  EXPECT_EQ(snapshot.confidence, 0);
  EXPECT_EQ(snapshot.states, 0);
}

// The calm half of the simulation, without crises: what is odd must come from the test.
std::vector<double> CalmReturns(std::size_t count) {
  hmm::RandomStream random(11);
  const auto model = hmm::MakeUnivariate({0.5, 0.5}, {0.95, 0.05, 0.05, 0.95}, {0.001, -0.001},
                                         {0.005 * 0.005, 0.012 * 0.012});
  return hmm::GaussianHmm(model).Sample(count, random).values;
}

TEST(OddSeriesTest, AHoleOfAYearIsNamedAndTheWindowFillsAnew) {
  std::vector<PriceBar> bars = BarsOf(CalmReturns(400));
  for (std::size_t i = 200; i < bars.size(); ++i) bars[i].time += std::chrono::days(365);
  const std::vector<RegimeSnapshot> snapshots = Snapshots(bars, TwoStates());
  EXPECT_TRUE(snapshots[199].IsReady());
  // Bar 200 has no return; 120 returns later the window is full.
  for (std::size_t i = 200; i < 320; ++i) ExpectNoSignal(snapshots[i], DetectorStatus::SeriesGap);
  EXPECT_TRUE(snapshots[320].IsReady());
  EXPECT_EQ(snapshots[320].age, 1);
}

TEST(OddSeriesTest, ASplitThatNobodyAdjustedIsNamedAndNotTakenAsAReturn) {
  for (const double factor : {0.5, 0.1, 2.0, 2.0 / 3}) {
    std::vector<PriceBar> bars = BarsOf(CalmReturns(300));
    const std::vector<RegimeSnapshot> sound = Snapshots(bars, TwoStates());
    for (std::size_t i = 200; i < bars.size(); ++i) {
      bars[i] = BarAt(bars[i].time, bars[i].close * factor);
    }
    const std::vector<RegimeSnapshot> snapshots = Snapshots(bars, TwoStates());
    ExpectNoSignal(snapshots[200], DetectorStatus::SuspectedSplit);
    for (std::size_t i = 201; i < snapshots.size(); ++i) {
      ASSERT_TRUE(snapshots[i].IsReady()) << i;
      // One return less hardly changes what is expected; the jump as a return would double it.
      EXPECT_NEAR(snapshots[i].expected_volatility, sound[i].expected_volatility, 0.003) << i;
    }
  }
}

TEST(OddSeriesTest, ASplitThatNobodyAdjustedIsNotSeenByFeaturesThatLookBack) {
  DetectorOptions options = TwoStates();
  options.features = {Feature::LogReturn, Feature::Volatility};
  std::vector<PriceBar> bars = BarsOf(CalmReturns(300));
  const std::vector<RegimeSnapshot> sound = Snapshots(bars, options);
  for (std::size_t i = 200; i < bars.size(); ++i) {
    bars[i] = BarAt(bars[i].time, bars[i].close * 0.5);
  }
  const std::vector<RegimeSnapshot> snapshots = Snapshots(bars, options);
  ExpectNoSignal(snapshots[200], DetectorStatus::SuspectedSplit);
  for (std::size_t i = 201; i < snapshots.size(); ++i) {
    ASSERT_TRUE(snapshots[i].IsReady()) << i;
    EXPECT_NEAR(snapshots[i].expected_volatility, sound[i].expected_volatility, 0.004) << i;
    EXPECT_NEAR(snapshots[i].expected_return, sound[i].expected_return, 0.001) << i;
  }
}

TEST(OddSeriesTest, ACrashIsNoSplit) {
  std::vector<double> returns = CalmReturns(300);
  returns[200] = std::log(1 - 0.205);  // 1987-10-19
  const std::vector<RegimeSnapshot> snapshots = Snapshots(BarsOf(returns), TwoStates());
  EXPECT_TRUE(snapshots[201].IsReady());
}

TEST(OddSeriesTest, APriceThatStopsMovingIsNamedUntilItMovesAgain) {
  std::vector<double> returns = CalmReturns(300);
  std::fill(returns.begin() + 180, returns.begin() + 220, 0.0);
  const std::vector<RegimeSnapshot> snapshots = Snapshots(BarsOf(returns), TwoStates());
  // The tenth unchanged close is that of bar 190.
  EXPECT_TRUE(snapshots[189].IsReady());
  for (std::size_t i = 190; i <= 220; ++i) ExpectNoSignal(snapshots[i], DetectorStatus::StalePrice);
  EXPECT_TRUE(snapshots[221].IsReady());
  for (std::size_t i = 221; i < snapshots.size(); ++i) {
    EXPECT_GT(snapshots[i].expected_volatility, 0.003) << "no state of zeros at " << i;
  }
}

TEST(OddSeriesTest, ASeriesThatNeverMovesHasNoRegime) {
  const std::vector<RegimeSnapshot> snapshots =
      Snapshots(BarsOf(std::vector<double>(200, 0.0)), TwoStates());
  for (const RegimeSnapshot& snapshot : snapshots) EXPECT_EQ(snapshot.regime, Regime::Unknown);
  EXPECT_EQ(snapshots.back().status, DetectorStatus::StalePrice);
}

TEST(OddSeriesTest, AWindowThatCannotBeFittedIsNamedWithTheReason) {
  // The same return every day: it moves, but it has no spread.
  std::vector<PriceBar> bars = BarsOf(std::vector<double>(200, 0.0));
  double close = 128;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    close *= i % 2 == 0 ? 2 : 0.5;
    bars[i] = BarAt(bars[i].time, close);
  }
  DetectorOptions options = TwoStates();
  options.features = {Feature::Range};
  RegimeDetector detector(options);
  for (const PriceBar& bar : bars) detector.Update(bar);
  ExpectNoSignal(detector.Snapshot(), DetectorStatus::FitRejected);
  EXPECT_NE(detector.LastFit().message, "");
}

TEST(OddSeriesTest, AWindowThatCannotBeFittedIsNamedBehindAHoleToo) {
  std::vector<double> returns = CalmReturns(300);
  std::fill(returns.begin() + 205, returns.begin() + 240, 0.0);
  std::vector<PriceBar> bars = BarsOf(returns);
  for (std::size_t i = 200; i < bars.size(); ++i) bars[i].time += std::chrono::days(365);
  DetectorOptions options = TwoStates();
  options.window = 30;
  const std::vector<RegimeSnapshot> snapshots = Snapshots(bars, options);
  ExpectNoSignal(snapshots[204], DetectorStatus::SeriesGap);
  // Most of the window stands still: too few returns are left.
  ExpectNoSignal(snapshots[242], DetectorStatus::FitRejected);
  EXPECT_TRUE(snapshots[290].IsReady());
}

TEST(OddSeriesTest, ABarThatIsNotTakenMakesNoReturn) {
  std::vector<PriceBar> bars = BarsOf(std::vector<double>(30, 0.01));
  bars[10].high = 0;
  bars[10].close = 1;
  for (std::size_t i = 20; i < bars.size(); ++i) bars[i].time += std::chrono::days(365);
  RegimeDetector detector(TwoStates());
  for (std::size_t i = 0; i < bars.size(); ++i) {
    detector.Update(bars[i]);
    const bool none = i == 0 || i == 10 || i == 20;
    if (none) {
      EXPECT_TRUE(std::isnan(detector.LogReturn())) << i;
    } else {
      EXPECT_NEAR(detector.LogReturn(), i == 11 ? 0.02 : 0.01, 1e-12) << i;
    }
  }
}

TEST(OddSeriesTest, APriceThatIsNoneIsNamedAndLeftOut) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double price : {0.0, -1.0, nan, std::numeric_limits<double>::infinity()}) {
    std::vector<PriceBar> bars = BarsOf(CalmReturns(200));
    bars[150] = BarAt(bars[150].time, price);
    const std::vector<RegimeSnapshot> snapshots = Snapshots(bars, TwoStates());
    EXPECT_TRUE(snapshots[149].IsReady());
    ExpectNoSignal(snapshots[150], DetectorStatus::InvalidPrice);
    EXPECT_TRUE(snapshots[151].IsReady());
    EXPECT_TRUE(std::isfinite(snapshots[199].expected_return));
  }
}

}  // namespace
}  // namespace regimen
