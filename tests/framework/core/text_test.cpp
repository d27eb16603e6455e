#include "framework/core/text.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace regimen {
namespace {

TEST(TextTest, DoublesHaveTheFewestDigitsThatReadBack) {
  EXPECT_EQ(ToText(0.1), "0.1");
  EXPECT_EQ(ToText(100.0), "100");
  EXPECT_EQ(ToText(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(ToText(-42.5), "-42.5");
  EXPECT_EQ(ToText(11835996770264000.0), "11835996770264000");
  EXPECT_EQ(ToText(79228162514264337593543950335.0), "7.922816251426434E+28");
  EXPECT_EQ(ToText(5e-324), "5E-324");
  EXPECT_EQ(ToText(1.7976931348623157e308), "1.7976931348623157E+308");
}

TEST(TextTest, SwitchesToExponentsBelow1e4thAndFrom1e17) {
  EXPECT_EQ(ToText(0.0001), "0.0001");
  EXPECT_EQ(ToText(0.000012), "1.2E-05");
  EXPECT_EQ(ToText(87100000000000000.0), "87100000000000000");
  EXPECT_EQ(ToText(-1e17), "-1E+17");
}

TEST(TextTest, ShowsTheSignOfZeroAndTheNonNumbers) {
  EXPECT_EQ(ToText(0.0), "0");
  EXPECT_EQ(ToText(-0.0), "-0");
  EXPECT_EQ(ToText(std::nan("")), "NaN");
  EXPECT_EQ(ToText(-std::numeric_limits<double>::infinity()), "-Infinity");
}

TEST(TextTest, GroupsThousandsAndRoundsHalfAwayFromZero) {
  EXPECT_EQ(GroupedFixed(1234567.885_m, 2), "1,234,567.89");
  EXPECT_EQ(GroupedFixed(-1234.5_m, 2), "-1,234.50");
  EXPECT_EQ(GroupedFixed(999.995_m, 2), "1,000.00");
  EXPECT_EQ(GroupedFixed(-123_m, 2), "-123.00");
  EXPECT_EQ(GroupedFixed(1000000_m, 0), "1,000,000");
  EXPECT_EQ(GroupedFixed(-0.001_m, 2), "0.00");
}

}  // namespace
}  // namespace regimen
