#include "framework/results/run_statistics.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

const DateTime kStart(2020, 1, 1, 5, 0, 0);
constexpr SampledSeries kEquity{
    .chart = "Strategy Equity", .name = "Equity", .type = SeriesType::Candle};
constexpr SampledSeries kReturn{.chart = "Strategy Equity", .name = "Return"};
constexpr SampledSeries kBenchmark{.chart = "Benchmark", .name = "Benchmark"};

void SampleDay(ChartCollection& charts, int day, int value) {
  const DateTime time = kStart.AddDays(day);
  charts.Sample(kEquity, Candlestick(time, value, value, value, value));
  charts.Sample(kReturn, {time, 0});
  charts.Sample(kBenchmark, {time, 100});
}

StatisticsInput Capital() {
  StatisticsInput input;
  input.starting_capital = 100;
  return input;
}

TEST(RunStatisticsTest, HasNothingToSayBeforeTheFirstSample) {
  const RunStatistics statistics = ComputeRunStatistics(ChartCollection(), Capital(), {});
  EXPECT_EQ(statistics.results.Summary().Count(), 0U);
  EXPECT_TRUE(statistics.error.empty());
}

TEST(RunStatisticsTest, HasClosedTradesOnlyBeforeTheFirstDay) {
  ChartCollection charts;
  charts.Sample(kEquity, Candlestick(kStart, 1, 1, 1, 1));
  const std::vector<Trade> trades{Trade({})};
  StatisticsInput input = Capital();
  input.trades = trades;
  const RunStatistics statistics = ComputeRunStatistics(charts, input, {{"Mine", "1"}});
  EXPECT_EQ(statistics.results.TotalPerformance().ClosedTrades().size(), 1U);
  EXPECT_EQ(statistics.results.Summary().Count(), 1U);
}

TEST(RunStatisticsTest, PutsTheStrategysOwnBehindAndKeepsLeans) {
  ChartCollection charts;
  for (int day = 0; day < 5; ++day) SampleDay(charts, day, 100 + day);
  const RunStatistics statistics =
      ComputeRunStatistics(charts, Capital(), {{"Mine", "1"}, {"End Equity", "wrong"}});
  const SummaryStatistics& summary = statistics.results.Summary();
  EXPECT_EQ(summary.Count(), 28U);
  EXPECT_EQ(summary["Mine"], "1");
  EXPECT_EQ(summary["End Equity"], "104");
  EXPECT_EQ(summary["Net Profit"], "4.00%");
}

TEST(RunStatisticsTest, SaysWhyThereAreNoStatistics) {
  ChartCollection charts;
  for (int day = 0; day < 3; ++day) SampleDay(charts, day, 100);
  charts.Sample(kBenchmark, {kStart.AddDays(2).AddHours(1), 100});
  const RunStatistics statistics = ComputeRunStatistics(charts, Capital(), {});
  EXPECT_EQ(statistics.results.Summary().Count(), 0U);
  EXPECT_NE(statistics.error.find("3 points and benchmark 4"), std::string::npos)
      << statistics.error;
}

}  // namespace
}  // namespace regimen
