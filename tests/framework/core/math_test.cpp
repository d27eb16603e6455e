#include "framework/core/math.hpp"

#include <cmath>
#include <type_traits>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

TEST(MathTest, RoundsDecimalsHalfToEvenWithoutPadding) {
  EXPECT_EQ(Math::Round(113866.545_m, 2).ToString(), "113866.54");
  EXPECT_EQ(Math::Round(113866.555_m, 2).ToString(), "113866.56");
  EXPECT_EQ(Math::Round(1.5_m, 3).ToString(), "1.5");
  EXPECT_EQ(Math::Round(2.5_m).ToString(), "2");
  EXPECT_EQ(Math::Round(-3.5_m).ToString(), "-4");
  EXPECT_EQ(Math::Round(0.0001_m, 3).ToString(), "0.000");
  EXPECT_EQ(Math::Round(3.485_m, 2, MidpointRounding::AwayFromZero).ToString(), "3.49");
  EXPECT_EQ(Math::Round(2.5_m, MidpointRounding::AwayFromZero).ToString(), "3");
  EXPECT_THROW(Math::Round(1_m, 29), ArgumentError);
  EXPECT_THROW(Math::Round(1_m, -1), ArgumentError);
}

TEST(MathTest, RoundsTheLongestFractionToAnInteger) {
  EXPECT_EQ(Math::Round(7.5000000000000000000000000000_m).ToString(), "8");
  EXPECT_EQ(Math::Round(6.5000000000000000000000000000_m).ToString(), "6");
  EXPECT_EQ(Math::Round(6.5000000000000000000000000001_m).ToString(), "7");
  EXPECT_EQ(Math::Round(6.4999999999999999999999999999_m).ToString(), "6");
}

TEST(MathTest, RoundsDoublesByScaling) {
  EXPECT_EQ(Math::Round(1794074.772606215, 3), 1794074.773);
  EXPECT_EQ(Math::Round(0.125, 2), 0.12);
  EXPECT_EQ(Math::Round(2.5), 2.0);
  EXPECT_EQ(Math::Round(1e16, 3), 1e16);
  EXPECT_TRUE(std::isnan(Math::Round(std::nan(""), 3)));
  EXPECT_THROW(Math::Round(1.0, 16), ArgumentError);
}

TEST(MathTest, CutsTowardsEachSide) {
  EXPECT_EQ(Math::Floor(-1.5_m).ToString(), "-2");
  EXPECT_EQ(Math::Ceiling(-1.5_m).ToString(), "-1");
  EXPECT_EQ(Math::Truncate(-1.5_m).ToString(), "-1");
  EXPECT_EQ(Math::Floor(2.00_m).ToString(), "2");
  EXPECT_EQ(Math::Ceiling(3663134677974173525503.8232037_m).ToString(), "3663134677974173525504");
  EXPECT_EQ(Math::Floor(-1.5), -2.0);
  EXPECT_EQ(Math::Ceiling(1.2), 2.0);
  EXPECT_EQ(Math::Truncate(-1.7), -1.0);
}

TEST(MathTest, TakesTheSmallerLargerAndAbsoluteOfEveryKindOfNumber) {
  EXPECT_EQ(Math::Min(1.5_m, 2), 1.5_m);
  EXPECT_EQ(Math::Max(1.5_m, 2.5), 2.5_m);
  EXPECT_EQ(Math::Abs(-1.50_m).ToString(), "1.50");
  static_assert(std::is_same_v<decltype(Math::Max(1, 2L)), long>);
  static_assert(Math::Min(3, 2) == 2 && Math::Max(3, 2) == 3 && Math::Abs(-3) == 3);
  EXPECT_EQ(Math::Min(1.5, 2.0), 1.5);
  EXPECT_TRUE(std::isnan(Math::Max(1.0, std::nan(""))));
  EXPECT_TRUE(std::isnan(Math::Min(std::nan(""), 1.0)));
  EXPECT_FALSE(std::signbit(Math::Max(-0.0, 0.0)));
  EXPECT_TRUE(std::signbit(Math::Min(0.0, -0.0)));
}

TEST(MathTest, OfEqualDecimalsMaxTakesTheFirstAndMinTheSecond) {
  EXPECT_EQ(Math::Max(1.0_m, 1.00_m).ToString(), "1.0");
  EXPECT_EQ(Math::Min(1.0_m, 1.00_m).ToString(), "1.00");
}

TEST(MathTest, TellsTheSign) {
  EXPECT_EQ(Math::Sign(-0.1_m), -1);
  EXPECT_EQ(Math::Sign(-0.0_m), 0);
  EXPECT_EQ(Math::Sign(0.1), 1);
  EXPECT_EQ(Math::Sign(-3), -1);
  EXPECT_THROW(Math::Sign(std::nan("")), ArgumentError);
}

}  // namespace
}  // namespace regimen
