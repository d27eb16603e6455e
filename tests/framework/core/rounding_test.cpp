#include "framework/core/rounding.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

std::string Smart(std::string_view text) { return SmartRounding(Decimal::Parse(text)).ToString(); }

TEST(RoundingTest, NormalizeDropsZerosAfterThePointOnly) {
  EXPECT_EQ(Normalize(1.2300_m).ToString(), "1.23");
  EXPECT_EQ(Normalize(1200.00_m).ToString(), "1200");
  EXPECT_EQ(Normalize(0.000_m).ToString(), "0");
  EXPECT_EQ(Normalize(5.0000000000000000000000000000_m).ToString(), "5");
  EXPECT_EQ(Normalize(-70000000000000000000.00000000_m).ToString(), "-70000000000000000000");
}

TEST(RoundingTest, SmartRoundingKeepsFourPlacesAbove1000AndSevenDigitsBelow) {
  EXPECT_EQ(Smart("1234.56785"), "1234.5678");
  EXPECT_EQ(Smart("1000"), "1000");
  EXPECT_EQ(Smart("1000.00004"), "1000.0000");
  EXPECT_EQ(Smart("144.78172417000"), "144.7817");
  EXPECT_EQ(Smart("0.00012345678"), "0.0001234568");
  EXPECT_EQ(Smart("0.000"), "0");
  EXPECT_EQ(Smart("-0.011542799"), "-0.0115428");
}

// The comparison with 1000 is on the signed value.
TEST(RoundingTest, SmartRoundingGivesNegativeNumbersSevenDigitsHoweverLarge) {
  EXPECT_EQ(Smart("-123456.789"), "-123456.8");
}

TEST(RoundingTest, TheLargestNumbersStayAsTheyAre) {
  EXPECT_EQ(SmartRounding(Decimal::MinValue()), Decimal::MinValue());
  EXPECT_EQ(RoundToSignificantDigits(Decimal::MaxValue(), 3), Decimal::MaxValue());
}

TEST(RoundingTest, SignificantDigitsKeepTheScaleOfTheArithmetic) {
  EXPECT_EQ(RoundToSignificantDigits(0.0_m, 2).ToString(), "0");
  EXPECT_EQ(RoundToSignificantDigits(84260.55_m, 2), 84000);
  EXPECT_EQ(RoundToSignificantDigits(84260.00_m, 2).ToString(), "84000.00");
  EXPECT_EQ(RoundToSignificantDigits(0.0123456_m, 3), 0.0123_m);
  EXPECT_THROW(RoundToSignificantDigits(1_m, 0), ArgumentError);
}

}  // namespace
}  // namespace regimen
