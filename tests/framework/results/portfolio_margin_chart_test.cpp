// Expected values: worked out by hand from spec 6.3.
#include "framework/results/portfolio_margin_chart.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace regimen {
namespace {

const DateTime kDay(2020, 1, 1);

const Series* Find(const ChartCollection& charts, const char* name) {
  return charts.Find("Portfolio Margin", name);
}

TEST(PortfolioMarginChartTest, MakesTheChartAndNoSeriesWithoutGroups) {
  ChartCollection charts;
  SamplePortfolioMargin(charts, kDay, 1000, {});
  ASSERT_NE(charts.Find("Portfolio Margin"), nullptr);
  EXPECT_TRUE(charts.Find("Portfolio Margin")->LegendDisabled());
  EXPECT_TRUE(charts.Find("Portfolio Margin")->Series().empty());
}

TEST(PortfolioMarginChartTest, ShowsPercentagesToFourDigits) {
  ChartCollection charts;
  SamplePortfolioMargin(charts, kDay, 3, std::vector<MarginGroup>{{"SPY", 1}});
  const Series& spy = *Find(charts, "SPY");
  EXPECT_EQ(spy.Values()[0].Y()->ToString(), "33.33");
  EXPECT_EQ(spy.SeriesType(), SeriesType::Bar);
  EXPECT_EQ(spy.Unit(), "%");
  EXPECT_EQ(spy.IndexName(), "Margin Used (%)");
}

TEST(PortfolioMarginChartTest, InterruptsASeriesOnceAfterItsLastValue) {
  ChartCollection charts;
  const std::vector<MarginGroup> both{{"SPY", 10}, {"IBM", 20}};
  const std::vector<MarginGroup> ibm{{"IBM", 20}};
  SamplePortfolioMargin(charts, kDay, 100, both);
  SamplePortfolioMargin(charts, kDay.AddDays(1), 100, ibm);
  SamplePortfolioMargin(charts, kDay.AddDays(2), 100, ibm);
  const Series& spy = *Find(charts, "SPY");
  ASSERT_EQ(spy.Count(), 2U);
  EXPECT_EQ(spy.Values()[0].Y(), 10);
  EXPECT_FALSE(spy.Values()[1].Y().has_value());
  EXPECT_EQ(Find(charts, "IBM")->Count(), 3U);
}

TEST(PortfolioMarginChartTest, SumsUpAllButTheFortyLargest) {
  ChartCollection charts;
  std::vector<MarginGroup> groups;
  for (int i = 1; i <= 42; ++i) groups.push_back({"T" + std::to_string(i), i});
  SamplePortfolioMargin(charts, kDay, 1000, groups);
  EXPECT_EQ(charts.Find("Portfolio Margin")->Series().size(), 41U);
  EXPECT_EQ(Find(charts, "T2"), nullptr);
  EXPECT_NE(Find(charts, "T3"), nullptr);
  const Series& others = *Find(charts, "OTHERS");
  EXPECT_EQ(others.Values()[0].Y(), 0.3_m);
  EXPECT_EQ(others.Color(), Color::Gray);
}

}  // namespace
}  // namespace regimen
