#include "performance/profiling/performance_profiler.hpp"

#include <chrono>
#include <cmath>
#include <thread>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

#include "performance/policy/profiling_policy.hpp"

namespace regimen {
namespace {

static_assert(ProfilingPolicy<PerformanceProfiler>);
static_assert(ProfilingPolicy<NoProfiling>);
static_assert(std::is_empty_v<NoProfiling>);

TEST(PerformanceProfilerTest, ADecoratedCallReturnsWhatItReturnsAReferenceToo) {
  PerformanceProfiler profiler;
  int value = 1;
  profiler.Profile("change", [&]() -> int& { return value; }) = 2;
  EXPECT_EQ(value, 2);
}

TEST(PerformanceProfilerTest, IsOffByDefaultAndRecordsNothingThen) {
  PerformanceProfiler profiler;
  { const auto scope = profiler.Time("fit"); }
  EXPECT_TRUE(profiler.GetStatistics().empty());
}

TEST(PerformanceProfilerTest, TimesScopesAndCallables) {
  PerformanceProfiler profiler;
  profiler.Enable();
  {
    const auto scope = profiler.Time("outer");
    EXPECT_EQ(profiler.Profile("inner",
                               [] {
                                 std::this_thread::sleep_for(std::chrono::milliseconds(5));
                                 return 42;
                               }),
              42);
  }
  const auto statistics = profiler.GetStatistics();
  ASSERT_EQ(statistics.size(), 2U);
  EXPECT_EQ(statistics.at("inner").CallCount(), 1U);
  EXPECT_GE(statistics.at("inner").TotalTime(), 0.005);
  EXPECT_GE(statistics.at("outer").TotalTime(), statistics.at("inner").TotalTime());
  profiler.Reset();
  EXPECT_TRUE(profiler.GetStatistics().empty());
}

TEST(PerformanceProfilerTest, ReportsTheLongestFirst) {
  PerformanceProfiler profiler;
  profiler.Record("short", 0.1);
  profiler.Record("long", 0.5);
  profiler.Record("short", 0.2);
  const std::vector<std::string> lines = profiler.Report();
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1].substr(0, 4), "long");
  EXPECT_EQ(lines[2].substr(0, 5), "short");
}

TEST(PerformanceProfilerTest, CountsEveryCallOfManyThreads) {
  PerformanceProfiler profiler;
  profiler.Enable();
  std::vector<std::jthread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&profiler] {
      for (int call = 0; call < 1000; ++call) const auto scope = profiler.Time("fit");
    });
  }
  threads.clear();
  EXPECT_EQ(profiler.GetStatistics().at("fit").CallCount(), 8000U);
}

TEST(DurationStatisticsTest, IsExactInWhatItSaysIsExact) {
  DurationStatistics times;
  for (const double seconds : {0.1, 0.2, 0.15, 0.15}) times.Add(seconds);
  EXPECT_EQ(times.CallCount(), 4U);
  EXPECT_DOUBLE_EQ(times.TotalTime(), 0.6);
  EXPECT_DOUBLE_EQ(times.MeanTime(), 0.15);
  EXPECT_DOUBLE_EQ(times.MinTime(), 0.1);
  EXPECT_DOUBLE_EQ(times.MaxTime(), 0.2);
  EXPECT_NEAR(times.StdDev(), std::sqrt(0.005 / 3), 1e-15);
}

TEST(DurationStatisticsTest, PercentilesAreWithinTheWidthOfABin) {
  DurationStatistics times;
  for (int i = 1; i <= 10'000; ++i) times.Add(1e-6 * i);
  for (const double percent : {1.0, 25.0, 50.0, 90.0, 99.0}) {
    const double exact = 1e-4 * percent;
    EXPECT_NEAR(times.Percentile(percent), exact, 0.04 * exact) << percent;
  }
  EXPECT_DOUBLE_EQ(times.Percentile(100), times.MaxTime());
}

TEST(DurationStatisticsTest, TakesZeroAndEndlessDurations) {
  DurationStatistics times;
  EXPECT_EQ(times.MedianTime(), 0);
  times.Add(0);
  EXPECT_EQ(times.MedianTime(), 0);
  times.Add(1e12);
  EXPECT_EQ(times.MaxTime(), 1e12);
  EXPECT_LE(times.Percentile(99), 1e12);
}

}  // namespace
}  // namespace regimen
