// Expected values: worked out by hand from spec 6.4.
#include "framework/results/candlestick_sampler.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace regimen {
namespace {

const DateTime kStart(2020, 1, 1);

Candlestick Hour(int hour, Decimal open, Decimal high, Decimal low, Decimal close) {
  return {kStart.AddHours(hour), open, high, low, close};
}

void ExpectCandle(const Candlestick& candle, const Candlestick& expected) {
  EXPECT_EQ(candle.Time(), expected.Time());
  EXPECT_EQ(candle.Open(), expected.Open());
  EXPECT_EQ(candle.High(), expected.High());
  EXPECT_EQ(candle.Low(), expected.Low());
  EXPECT_EQ(candle.Close(), expected.Close());
}

TEST(CandlestickSamplerTest, MergesCandlesUpToEachStep) {
  const std::vector<Candlestick> candles{
      Hour(0, 100.5, 100.5, 100.5, 100.5), Hour(1, 101.7, 104.9, 99.2, 102.1),
      Hour(2, 102.1, 103, 101, 102.6), Hour(4, 102, 120, 90, 110)};
  const auto sampled = ResampleCandlesticks(candles, TimeSpan::FromHours(2));
  ASSERT_EQ(sampled.size(), 3U);
  ExpectCandle(sampled[0], candles[0]);
  // The close lies at the end of its line and is not cut.
  ExpectCandle(sampled[1], Hour(2, 101, 104, 99, 102.6));
  ExpectCandle(sampled[2], Hour(4, 102, 110, 102, 110));
}

TEST(CandlestickSamplerTest, CutsALongCandleIntoStepsAlongALine) {
  const std::vector<Candlestick> candles{Hour(0, 10, 10, 10, 10), Hour(4, 20, 60, 15, 60)};
  const auto sampled = ResampleCandlesticks(candles, TimeSpan::FromHours(1));
  ASSERT_EQ(sampled.size(), 5U);
  ExpectCandle(sampled[1], Hour(1, 20, 30, 20, 30));
  ExpectCandle(sampled[2], Hour(2, 30, 40, 30, 40));
  ExpectCandle(sampled[4], Hour(4, 50, 60, 50, 60));
}

TEST(CandlestickSamplerTest, ReturnsTooFewCandlesAsTheyAre) {
  EXPECT_TRUE(ResampleCandlesticks({}, TimeSpan::FromHours(1)).empty());
  const std::vector<Candlestick> one{Hour(0, 10.5, 10.5, 10.5, 10.5)};
  const auto sampled = ResampleCandlesticks(one, TimeSpan::FromHours(1));
  ASSERT_EQ(sampled.size(), 1U);
  EXPECT_EQ(sampled[0].Close(), 10);
}

}  // namespace
}  // namespace regimen
