#include "framework/statistics/chart.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

const DateTime kNoon(2020, 1, 1, 12, 0, 0);

TEST(ChartTest, RoundsPointsAsLeanDoes) {
  EXPECT_EQ(ChartPoint(kNoon, 0.99631034567_m).Y()->ToString(), "0.9963103");
  EXPECT_EQ(ChartPoint(kNoon, 101691.919844_m).Y()->ToString(), "101691.9198");
  EXPECT_EQ(Candlestick(kNoon, 1, 2, 0.5, 146.02684_m).Close().ToString(), "146.0268");
  EXPECT_FALSE(ChartPoint(kNoon).Y().has_value());
}

TEST(ChartTest, RoundsTheSecondsOfPointsAndCutsThoseOfCandles) {
  const DateTime time = DateTime::UnixEpoch.AddMilliseconds(1600);
  EXPECT_EQ(ChartPoint(time, 1).X(), 2);
  EXPECT_EQ(ChartPoint(DateTime::UnixEpoch.AddMilliseconds(2500), 1).X(), 2);
  EXPECT_EQ(Candlestick(time, 1, 1, 1, 1).X(), 1);
}

TEST(ChartTest, ReplacesAPointAtTheSameTime) {
  Series series("x");
  series.AddPoint(kNoon, 1);
  series.AddPoint(kNoon, 2);
  series.AddPoint(kNoon.AddHours(1), 3);
  ASSERT_EQ(series.Count(), 2U);
  EXPECT_EQ(series.Values()[0].Y(), 2);
  EXPECT_EQ(series.LastTime(), kNoon.AddHours(1));
}

TEST(ChartTest, KeepsCandlesAndPointsApart) {
  Series line("line");
  CandlestickSeries candles("candles");
  EXPECT_THROW(line.AddPoint(Candlestick(kNoon, 1, 1, 1, 1)), ArgumentError);
  EXPECT_THROW(candles.AddPoint(kNoon, 1), ArgumentError);
  candles.AddPoint(Candlestick(kNoon, 1, 1, 1, 1));
  EXPECT_EQ(candles.Count(), 1U);
  EXPECT_THROW(line.Append(candles), ArgumentError);
}

TEST(ChartTest, TakesUpdatesAndKeepsTheSeries) {
  Chart chart("c");
  chart.AddSeries(Series("a", SeriesType::Bar, 1, "%").SetTooltip("t").SetZIndex(3));
  chart.Find("a")->AddPoint(kNoon, 1);
  const Chart updates = chart.TakeUpdates();
  ASSERT_NE(updates.Find("a"), nullptr);
  EXPECT_EQ(updates.Find("a")->Count(), 1U);
  EXPECT_EQ(updates.Find("a")->Unit(), "%");
  EXPECT_EQ(updates.Find("a")->SeriesType(), SeriesType::Bar);
  EXPECT_EQ(updates.Find("a")->Index(), 1);
  EXPECT_EQ(updates.Find("a")->Tooltip(), "t");
  EXPECT_EQ(updates.Find("a")->ZIndex(), 3);
  EXPECT_EQ(chart.Find("a")->Count(), 0U);
  EXPECT_EQ(chart.Find("b"), nullptr);
}

TEST(ChartTest, RefusesASecondSeriesOfOneName) {
  Chart chart("c");
  chart.AddSeries(Series("a"));
  EXPECT_THROW(chart.AddSeries(Series("a")), ArgumentError);
  EXPECT_EQ(&chart.TryAddAndGetSeries(Series("a")), chart.Find("a"));
}

TEST(ChartTest, WritesColoursAsResultFilesDo) {
  EXPECT_EQ(Color::Orange.ToString(), "#FFA500");
  EXPECT_EQ(Color().ToString(), "");
  EXPECT_EQ(ToText(ScatterMarkerSymbol::TriangleDown), "triangle-down");
}

}  // namespace
}  // namespace regimen
