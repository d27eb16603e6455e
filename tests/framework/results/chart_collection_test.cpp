#include "framework/results/chart_collection.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

const DateTime kNoon(2020, 1, 1, 12, 0, 0);
constexpr SampledSeries kLine{.chart = "c", .name = "s"};
constexpr SampledSeries kTurnover{.chart = "Portfolio Turnover", .name = "Portfolio Turnover"};

Chart Plotted(const char* series, int points, SeriesType type = SeriesType::Line) {
  Chart chart("plot");
  Series& added = chart.AddSeries(Series(series, type));
  for (int i = 1; i <= points; ++i) added.AddPoint(kNoon.AddMinutes(i), i);
  return chart;
}

TEST(ChartCollectionTest, BeginsWithTheEquityChart) {
  const ChartCollection charts;
  ASSERT_EQ(charts.Charts().size(), 1U);
  EXPECT_EQ(charts.Find("Strategy Equity", "Equity")->SeriesType(), SeriesType::Candle);
  EXPECT_EQ(charts.Find("Strategy Equity", "Return")->Index(), 1);
  EXPECT_EQ(charts.Find("Benchmark"), nullptr);
}

TEST(ChartCollectionTest, TakesOnlySamplesThatAreLaterThanTheLast) {
  ChartCollection charts;
  charts.Sample(kLine, {kNoon, 1});
  charts.Sample(kLine, {kNoon, 2});
  charts.Sample(kLine, {kNoon.AddTicks(-1), 3});
  charts.Sample(kLine, {kNoon.AddTicks(1), 4});
  const Series& series = *charts.Find("c", "s");
  ASSERT_EQ(series.Count(), 2U);
  EXPECT_EQ(series.Values()[0].Y(), 1);
  EXPECT_EQ(series.Values()[1].Y(), 4);
}

TEST(ChartCollectionTest, ReplacesATurnoverSampleOfTheSameTime) {
  ChartCollection charts;
  charts.Sample(kTurnover, {kNoon, 1});
  charts.Sample(kTurnover, {kNoon, 2});
  const Series& series = *charts.Find("Portfolio Turnover", "Portfolio Turnover");
  ASSERT_EQ(series.Count(), 1U);
  EXPECT_EQ(series.Values()[0].Y(), 2);
}

TEST(ChartCollectionTest, DropsSamplesWhileWarmingUp) {
  ChartCollection charts;
  charts.SetWarmingUp(true);
  charts.Sample(kLine, {kNoon, 1});
  charts.SetWarmingUp(false);
  EXPECT_EQ(charts.Find("c"), nullptr);
  charts.Sample(kLine, {kNoon, 1});
  EXPECT_NE(charts.Find("c"), nullptr);
}

TEST(ChartCollectionTest, AppendsPlotsWhateverTheirTimes) {
  ChartCollection charts;
  EXPECT_TRUE(charts.Merge(Plotted("a", 3)).empty());
  EXPECT_TRUE(charts.Merge(Plotted("a", 3)).empty());
  EXPECT_EQ(charts.Find("plot", "a")->Count(), 6U);
}

TEST(ChartCollectionTest, SumsUpAPie) {
  ChartCollection charts;
  charts.Merge(Plotted("pie", 3, SeriesType::Pie));
  const Series& pie = *charts.Find("plot", "pie");
  ASSERT_EQ(pie.Count(), 1U);
  EXPECT_EQ(pie.Values()[0].Y(), 6);
  EXPECT_EQ(pie.LastTime(), kNoon.AddMinutes(3));
}

TEST(ChartCollectionTest, SaysOnceThatThereAreTooManySeries) {
  ChartCollection charts({.series = 1});
  EXPECT_TRUE(charts.Merge(Plotted("a", 1)).empty());
  const std::vector<std::string> messages = charts.Merge(Plotted("b", 1));
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_NE(messages[0].find("maximum-chart-series"), std::string::npos);
  EXPECT_TRUE(charts.Merge(Plotted("c", 1)).empty());
  EXPECT_TRUE(charts.Merge(Plotted("a", 1)).empty());
  EXPECT_EQ(charts.Find("plot", "b"), nullptr);
}

TEST(ChartCollectionTest, SaysOnceForEachSeriesThatItIsFull) {
  ChartCollection charts({.points_per_series = 4});
  EXPECT_TRUE(charts.Merge(Plotted("a", 3)).empty());
  EXPECT_EQ(charts.Merge(Plotted("a", 2)).size(), 1U);
  EXPECT_TRUE(charts.Merge(Plotted("a", 2)).empty());
  EXPECT_EQ(charts.Find("plot", "a")->Count(), 3U);
}

}  // namespace
}  // namespace regimen
