#include "framework/indicators/exponential_moving_average.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/exam_table.hpp"

namespace regimen {
namespace {

TEST(ExponentialMovingAverageTest, IsZeroThenTheMeanThenSmoothed) {
  ExponentialMovingAverage ema(3);
  ema.Update(DateTime(2013, 10, 7), 1);
  ema.Update(DateTime(2013, 10, 8), 2);
  EXPECT_EQ(ema.Current().Value(), 0_m);
  EXPECT_FALSE(ema.IsReady());
  ema.Update(DateTime(2013, 10, 9), 6);
  EXPECT_EQ(ema.Current().Value(), 3_m);
  EXPECT_TRUE(ema.IsReady());
  ema.Update(DateTime(2013, 10, 10), 5);
  EXPECT_EQ(ema.Current().Value(), 4_m);
  EXPECT_EQ(ema.Previous().Value(), 3_m);
  EXPECT_EQ(ema.Samples(), 4);
}

TEST(ExponentialMovingAverageTest, IgnoresAnInputOfThePast) {
  ExponentialMovingAverage ema(1);
  ema.Update(DateTime(2013, 10, 8), 2);
  ema.Update(DateTime(2013, 10, 7), 9);
  EXPECT_EQ(ema.Current().Value(), 2_m);
  EXPECT_EQ(ema.Samples(), 1);
}

TEST(ExponentialMovingAverageTest, ComparesAndCalculatesAsItsValue) {
  ExponentialMovingAverage fast(1);
  ExponentialMovingAverage slow(1);
  fast.Update(DateTime(2013, 10, 8), 10);
  slow.Update(DateTime(2013, 10, 8), 8);
  EXPECT_TRUE(fast > slow);
  EXPECT_TRUE(fast > slow * 1.2);
  EXPECT_FALSE(fast > slow * 1.25);
  EXPECT_EQ(fast - slow, 2_m);
  EXPECT_EQ(100 - fast, 90_m);
}

TEST(ExponentialMovingAverageTest, TellsOfEachValueAndForgetsOnReset) {
  ExponentialMovingAverage ema(2);
  int told = 0;
  ema.Updated += [&](IndicatorBase& indicator, const IndicatorDataPoint& point) {
    ++told;
    EXPECT_EQ(&indicator, &ema);
    EXPECT_EQ(point.Value(), ema.Current().Value());
  };
  ema.Update(DateTime(2013, 10, 7), 1);
  ema.Update(DateTime(2013, 10, 8), 2);
  EXPECT_EQ(told, 2);
  ema.Reset();
  EXPECT_FALSE(ema.IsReady());
  EXPECT_EQ(ema.Samples(), 0);
  EXPECT_EQ(ema.Current().Value(), 0_m);
}

TEST(ExponentialMovingAverageTest, RefusesAPeriodBelowOne) {
  EXPECT_THROW(ExponentialMovingAverage(0), ArgumentError);
}

// Every value that LEAN printed for this indicator.
void ExpectLeansValues(const std::string& file, ExponentialMovingAverage& ema) {
  const auto exam = tests::ExamDir();
  if (!exam) GTEST_SKIP() << "set REGIMEN_EXAM_DIR to compare with LEAN's values";
  const auto folder = *exam / "indicator-data" / "lean";
  const auto inputs = tests::ReadTable(folder / "inputs" / "spy_daily.csv.xz");
  const auto expected = tests::ReadTable(folder / file);
  ASSERT_GT(expected.size(), 1000U);
  for (std::size_t row = 1; row < expected.size(); ++row) {
    const DateTime time = DateTime::ParseExact(inputs[row][2], "yyyy-MM-ddTHH:mm:ss");
    ema.Update(time, Decimal::Parse(inputs[row][6]));
    ASSERT_EQ(ema.Current().Value(), Decimal::Parse(expected[row][4])) << file << " row " << row;
    ASSERT_EQ(ema.IsReady(), expected[row][3] == "1") << file << " row " << row;
  }
}

TEST(ExponentialMovingAverageTest, EqualsLeanRowByRow) {
  ExponentialMovingAverage fourteen(14);
  ExpectLeansValues("ExponentialMovingAverage_14.csv.xz", fourteen);
  ExponentialMovingAverage fifty(50);
  ExpectLeansValues("ExponentialMovingAverage_50.csv.xz", fifty);
  ExponentialMovingAverage half("EMA", 14, 0.5_m);
  ExpectLeansValues("ExponentialMovingAverage_14_0.5.csv.xz", half);
}

}  // namespace
}  // namespace regimen
