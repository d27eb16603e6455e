#include "regime/interpreter/regime_history.hpp"

#include <chrono>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "regime/interpreter/stability.hpp"

namespace regimen {
namespace {

using enum Regime;

RegimeHistory HistoryOf(const std::vector<Regime>& regimes, const std::vector<double>& returns) {
  RegimeHistory history;
  const std::chrono::local_days start = std::chrono::local_days(std::chrono::year(2019) / 12 / 30);
  for (std::size_t i = 0; i < regimes.size(); ++i) {
    history.Add({start + std::chrono::days(i), regimes[i], returns[i]});
  }
  return history;
}

const RegimeRow& RowOf(const RegimeReport& report, Regime regime) {
  return report.rows[static_cast<std::size_t>(regime)];
}

TEST(RegimeHistoryTest, CountsAReturnForTheLabelOfTheBarBefore) {
  const RegimeReport report =
      HistoryOf({Bull, Bull, Bear, Bear, Bull}, {0.5, 0.01, 0.03, -0.02, -0.04}).Report(100);
  // Bull is followed by 0.01 and 0.03, Bear by -0.02 and -0.04; the first return belongs to nobody.
  EXPECT_DOUBLE_EQ(RowOf(report, Bull).annual_mean, 2.0);
  EXPECT_DOUBLE_EQ(RowOf(report, Bull).annual_volatility, std::sqrt(0.0002 * 100));
  EXPECT_DOUBLE_EQ(RowOf(report, Bull).win_rate, 1);
  EXPECT_DOUBLE_EQ(RowOf(report, Bear).win_rate, 0);
  EXPECT_DOUBLE_EQ(RowOf(report, Bear).max_drawdown, 1 - std::exp(-0.06));
  EXPECT_DOUBLE_EQ(RowOf(report, Bull).share, 0.6);
  EXPECT_EQ(RowOf(report, Bull).runs, 2);
  EXPECT_DOUBLE_EQ(RowOf(report, Bull).mean_duration, 1.5);
}

TEST(RegimeHistoryTest, CountsTransitionsAndSwitchesByYear) {
  const RegimeReport report =
      HistoryOf({Bull, Bear, Bear, Bear, Bull}, {0, 0, 0, 0, 0}).Report(252);
  EXPECT_EQ(report.switches, 2);
  EXPECT_EQ(report.switches_per_year, (std::map<int, int>{{2019, 1}, {2020, 1}}));
  EXPECT_DOUBLE_EQ(report.transitions[1][1], 2.0 / 3);
  EXPECT_DOUBLE_EQ(report.transitions[1][3], 1.0 / 3);
  EXPECT_DOUBLE_EQ(report.expected_durations[1], 3);
  EXPECT_DOUBLE_EQ(report.expected_durations[3], 1);
  EXPECT_DOUBLE_EQ(report.expected_durations[0], 0);
}

TEST(RegimeHistoryTest, TheLastBarOfAYearMayEndAtMidnight) {
  // The third bar ends as 2020 begins.
  const RegimeReport report = HistoryOf({Bull, Bull, Bear}, {0, 0, 0}).Report(252);
  EXPECT_EQ(report.switches_per_year, (std::map<int, int>{{2019, 1}}));
}

TEST(RegimeHistoryTest, ABarWithoutARegimeEndsARunAndIsLeftOut) {
  const RegimeReport report =
      HistoryOf({Unknown, Bull, Unknown, Bull, Bull}, {0, 0, 0.1, 0, 0}).Report(252);
  EXPECT_EQ(report.unknown_bars, 2);
  EXPECT_EQ(report.known_bars, 3);
  EXPECT_EQ(RowOf(report, Bull).runs, 2);
  EXPECT_EQ(report.switches, 0);
}

TEST(RegimeHistoryTest, AReturnThatIsNoneIsLeftOut) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const RegimeReport report = HistoryOf({Bull, Bull, Bull}, {nan, nan, 0.02}).Report(1);
  EXPECT_DOUBLE_EQ(RowOf(report, Bull).annual_mean, 0.02);
}

TEST(RegimeHistoryTest, AnEmptyOneGivesAnEmptyReport) {
  const RegimeReport report = RegimeHistory().Report(252);
  EXPECT_EQ(report.known_bars, 0);
  EXPECT_EQ(report.stability.score, 0);
}

TEST(StabilityTest, FollowsItsFormula) {
  // Runs of 30 bars: 0.3 + 0.3 + 0.2 + 0.2 (1 - (2 / 90) / 0.2).
  const std::vector<int> runs = {30, 30, 30};
  const Stability stability = StabilityOf(runs);
  EXPECT_DOUBLE_EQ(stability.mean_run, 30);
  EXPECT_DOUBLE_EQ(stability.persistence, 1 - 2.0 / 90);
  EXPECT_NEAR(stability.score, 0.8 + 0.2 * (1 - 2.0 / 90 / 0.2), 1e-15);
  EXPECT_EQ(stability.rating, StabilityRating::Excellent);
  EXPECT_TRUE(stability.tradeable);
}

TEST(StabilityTest, FlickerIsPoorAndNotTradeable) {
  const std::vector<int> runs(50, 1);
  const Stability stability = StabilityOf(runs);
  EXPECT_EQ(stability.rating, StabilityRating::Poor);
  EXPECT_FALSE(stability.tradeable);
  EXPECT_DOUBLE_EQ(stability.consistency, 0);
}

}  // namespace
}  // namespace regimen
