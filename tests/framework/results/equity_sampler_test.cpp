#include "framework/results/equity_sampler.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

const DateTime kStart(2013, 10, 7);
const DateTime kOpen(2013, 10, 7, 13, 31, 0);

const std::vector<Candlestick>& Candles(const ChartCollection& charts) {
  return charts.Find("Strategy Equity", "Equity")->Candles();
}

EquitySampler ForDays(int days) { return {kStart, kStart.AddDays(days).AddTicks(-1)}; }

TEST(EquitySamplerTest, SamplesEveryFourMinutesOrFourThousandTimes) {
  EXPECT_EQ(ForDays(5).ResamplePeriod(), TimeSpan::FromMinutes(4));
  EXPECT_EQ(ForDays(11).ResamplePeriod(), TimeSpan::FromMinutes(4));
  // MACDTrendAlgorithm, 2004 to 2014: 1446.84 minutes (spec 5.3).
  const EquitySampler macd(DateTime(2004, 1, 1), DateTime(2015, 1, 2).AddTicks(-1));
  EXPECT_NEAR(macd.ResamplePeriod().TotalMinutes(), 1446.84, 1e-6);
}

TEST(EquitySamplerTest, MergesMinutesIntoACandleEveryFive) {
  EquitySampler sampler = ForDays(5);
  ChartCollection charts;
  const int values[] = {100, 103, 98, 101, 102, 99, 105};
  int sampled = 0;
  for (int i = 0; i < 7; ++i) {
    if (sampler.EndStep(kOpen.AddMinutes(i), values[i], charts)) ++sampled;
  }
  EXPECT_EQ(sampled, 2);
  ASSERT_EQ(Candles(charts).size(), 2U);
  EXPECT_EQ(Candles(charts)[0].Time(), kOpen);
  EXPECT_EQ(Candles(charts)[0].Close(), 100);
  const Candlestick& second = Candles(charts)[1];
  EXPECT_EQ(second.Time(), kOpen.AddMinutes(5));
  EXPECT_EQ(second.Open(), 103);
  EXPECT_EQ(second.High(), 103);
  EXPECT_EQ(second.Low(), 98);
  EXPECT_EQ(second.Close(), 99);
}

TEST(EquitySamplerTest, LeavesTheNextCandleDueAfterADailySample) {
  EquitySampler sampler = ForDays(5);
  ChartCollection charts;
  sampler.EndStep(kOpen, 100, charts);
  sampler.Sample(kOpen.AddMinutes(2), 101, charts);
  EXPECT_FALSE(sampler.EndStep(kOpen.AddMinutes(4), 102, charts));
  EXPECT_TRUE(sampler.EndStep(kOpen.AddMinutes(5), 103, charts));
  EXPECT_EQ(Candles(charts).back().Open(), 102);
}

TEST(EquitySamplerTest, RoundsToFourPlacesAndPassesOverZero) {
  EquitySampler sampler = ForDays(5);
  ChartCollection charts;
  sampler.EndStep(kOpen, 99990.61142_m, charts);
  sampler.EndStep(kOpen.AddMinutes(1), 0, charts);
  sampler.ForceStep(kOpen.AddMinutes(2), 100000, charts);
  EXPECT_EQ(Candles(charts)[0].Close().ToString(), "99990.6114");
  EXPECT_EQ(Candles(charts)[1].Low(), 100000);
}

TEST(EquitySamplerTest, DropsACandleWhoseTimeIsThereAlready) {
  EquitySampler sampler = ForDays(5);
  ChartCollection charts;
  sampler.Sample(kOpen, 100, charts);
  sampler.ForceStep(kOpen, 200, charts);
  ASSERT_EQ(Candles(charts).size(), 1U);
  EXPECT_EQ(Candles(charts)[0].Close(), 100);
  // The bar that was dropped is over all the same.
  sampler.Sample(kOpen.AddMinutes(1), 150, charts);
  EXPECT_EQ(Candles(charts)[1].High(), 150);
}

}  // namespace
}  // namespace regimen
