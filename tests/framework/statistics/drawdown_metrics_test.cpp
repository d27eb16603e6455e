// Expected values: the vectors of LEAN's own unit tests (Tests/Common/Statistics), by spec V6.
#include "framework/statistics/drawdown_metrics.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen::statistics {
namespace {

std::vector<TimedValue> Daily(const std::vector<int>& values) {
  std::vector<TimedValue> series;
  for (const int value : values) {
    series.push_back({DateTime(2025, 1, 1).AddDays(series.size()), value});
  }
  return series;
}

struct Recovery {
  std::vector<int> equity;
  int days;
};

TEST(DrawdownMetricsTest, CountsTheDaysToTheLongestRecovery) {
  const std::vector<Recovery> cases{{{100, 90, 100}, 2},
                                    {{100, 90, 95, 100}, 3},
                                    {{100, 90, 100, 90, 100}, 2},
                                    {{100, 90, 100, 90, 80, 100}, 3},
                                    {{100, 90, 95, 90, 100}, 4},
                                    {{100, 90, 80, 70}, 0},
                                    {{100, 90, 95, 90}, 0},
                                    {{50, 100, 98, 99, 100}, 3},
                                    {{100, 100, 100}, 0},
                                    {{100}, 0},
                                    {{}, 0},
                                    {{100, 98, 100, 101, 100, 99}, 2},
                                    {{100, 97, 99, 97, 100}, 4}};
  for (const Recovery& each : cases) {
    EXPECT_EQ(CalculateDrawdownMetrics(Daily(each.equity)).recovery_days, each.days);
  }
}

TEST(DrawdownMetricsTest, StartsARecoveryAtTheLastPointOfAPlateau) {
  EXPECT_EQ(CalculateDrawdownMetrics(Daily({100, 100, 100, 90, 100})).recovery_days, 2);
}

TEST(DrawdownMetricsTest, RoundsTheDeepestFallAndShowsWhetherThereWasOne) {
  EXPECT_EQ(CalculateDrawdownMetrics(Daily({100, 100, 101}), 3).drawdown.ToString(), "0");
  EXPECT_EQ(CalculateDrawdownMetrics(Daily({100000, 99999}), 3).drawdown.ToString(), "0.000");
  EXPECT_EQ(CalculateDrawdownMetrics(Daily({100, 80, 120, 90}), 3).drawdown.ToString(), "0.25");
}

TEST(DrawdownMetricsTest, IsZeroWhereAPeakIsZero) {
  const DrawdownMetrics metrics = CalculateDrawdownMetrics(Daily({0, 100, 50}), 3);
  EXPECT_EQ(metrics.drawdown, 0);
  EXPECT_EQ(metrics.recovery_days, 0);
}

TEST(DrawdownMetricsTest, TellsThePercentBelowAHigh) {
  EXPECT_EQ(DrawdownPercent(98.82_m, 100), -1.18_m);
  EXPECT_EQ(DrawdownPercent(100, 100), 0);
  EXPECT_THROW(DrawdownPercent(1, 0), ArgumentError);
}

}  // namespace
}  // namespace regimen::statistics
