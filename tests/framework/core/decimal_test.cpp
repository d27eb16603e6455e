#include "framework/core/decimal.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <sstream>
#include <type_traits>
#include <unordered_set>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

static_assert(std::is_trivially_copyable_v<Decimal>);
static_assert(std::is_convertible_v<int, Decimal> && std::is_convertible_v<double, Decimal>);
static_assert(!std::is_convertible_v<bool, Decimal>);
static_assert(!std::is_convertible_v<Decimal, double>);
static_assert((1.10_m).Low() == 110 && (1.10_m).Scale() == 2);
static_assert((-1'000.5_m).IsNegative() && (1'000.5_m).Low() == 10'005);

constexpr auto kMaxText = "79228162514264337593543950335";

std::string Product(std::string_view a, std::string_view b) {
  return (Decimal::Parse(a) * Decimal::Parse(b)).ToString();
}

std::string Quotient(std::string_view a, std::string_view b) {
  return (Decimal::Parse(a) / Decimal::Parse(b)).ToString();
}

TEST(DecimalTest, KeepsTheScaleItWasWrittenWith) {
  EXPECT_EQ((1.10_m).ToString(), "1.10");
  EXPECT_EQ(Decimal::Parse("0.0000").ToString(), "0.0000");
  EXPECT_EQ(Decimal::FromScaled(-12345, 4).ToString(), "-1.2345");
  EXPECT_EQ(Decimal::FromScaled(5, 3).ToString(), "0.005");
  EXPECT_EQ(Decimal(std::numeric_limits<std::int64_t>::min()).ToString(), "-9223372036854775808");
  EXPECT_EQ(Decimal(std::numeric_limits<std::uint64_t>::max()).ToString(), "18446744073709551615");
  EXPECT_EQ(Decimal::MaxValue().ToString(), kMaxText);
  EXPECT_EQ(Decimal::MinValue().ToString(), std::string("-") + kMaxText);
}

TEST(DecimalTest, MixesWithIntegersAndDoublesOnEitherSide) {
  const Decimal price = 99.50_m;
  EXPECT_EQ((price * 2).ToString(), "199.00");
  EXPECT_EQ((2 * price).ToString(), "199.00");
  EXPECT_EQ((price * 0.99).ToString(), "98.5050");
  EXPECT_EQ((price + 1U).ToString(), "100.50");
  EXPECT_EQ((1.5F - price).ToString(), "-98.00");
  EXPECT_TRUE(price > 10 && 10L < price && price <= 99.5 && price != 99);
  Decimal total = 0;
  total += price;
  total -= 0.5;
  total *= 2;
  total /= 4;
  EXPECT_EQ(total.ToString(), "49.50");
  total %= 7;
  EXPECT_EQ(total.ToString(), "0.50");
}

TEST(DecimalTest, EqualValuesOfDifferentScalesAreEqualAndHashAlike) {
  EXPECT_EQ(1.50_m, 1.5_m);
  EXPECT_EQ(Decimal(0), -0.00_m);
  EXPECT_EQ((1.50_m <=> 1.5_m), std::weak_ordering::equivalent);
  EXPECT_LT(-1.51_m, -1.5_m);
  EXPECT_LT(-0.01_m, 0);
  EXPECT_LT(0.0000000000000000000000000001_m, Decimal::MaxValue());
  const std::unordered_set<Decimal> set{1.5_m, 1.50_m, 1.500_m, 2, 0, -0.0_m};
  EXPECT_EQ(set.size(), 3U);
}

TEST(DecimalTest, SumsTakeTheLargerScaleAndRoundOnlyWhenFull) {
  EXPECT_EQ((1.1_m + 2.25_m).ToString(), "3.35");
  EXPECT_EQ((2.5_m - 2.5_m).ToString(), "0.0");
  EXPECT_EQ((1.00_m - 1).ToString(), "0.00");
  EXPECT_EQ((Decimal(18446744073709551615U) + 1).ToString(), "18446744073709551616");
  // One digit too many: the 5 at its end is a tie, and 4 is even.
  EXPECT_EQ((7.9228162514264337593543950335_m + 2).ToString(), "9.922816251426433759354395034");
  EXPECT_THROW(Decimal::MaxValue() + 1, OverflowError);
  EXPECT_EQ((Decimal::MaxValue() + 0.4_m).ToString(), kMaxText);
  EXPECT_THROW(Decimal::MaxValue() + 0.5_m, OverflowError);
}

TEST(DecimalTest, ProductsAddTheScalesAndDropDigitsThatDoNotFit) {
  EXPECT_EQ(Product("1448100", "0.0001"), "144.8100");
  EXPECT_EQ(Product("0.022", "100"), "2.200");
  EXPECT_EQ(Product("117.7520332801978042353945", "1133.2107"), "133437.86405987624987605436612");
  EXPECT_THROW(Decimal::MaxValue() * 2, OverflowError);
}

// As .NET printed them: a zero keeps the summed scale only next to a coefficient of 32 bits.
TEST(DecimalTest, AProductWithAZeroKeepsItsScaleOnlyBesideAShortFactor) {
  EXPECT_EQ(Product("0.00", "105015.8571"), "0.000000");
  EXPECT_EQ(Product("0.00", "248.23145654461"), "0");
  EXPECT_EQ(Product("0", "105015.8571"), "0.0000");
  EXPECT_EQ(Product("1855.8335", "0"), "0.0000");
}

TEST(DecimalTest, ExactQuotientsKeepTheNaturalScaleAndOthersLoseTrailingZeros) {
  EXPECT_EQ(Quotient("1000000.00", "10000000"), "0.10");
  EXPECT_EQ(Quotient("1", "3"), "0.3333333333333333333333333333");
  EXPECT_EQ(Quotient("2", "3"), "0.6666666666666666666666666667");
  EXPECT_EQ(Quotient("1.0", "8"), "0.125");
  EXPECT_EQ(Quotient("100", "0.5"), "200");
  EXPECT_EQ(Quotient("1", "0.8646266"), "1.1565686274283025759327783809");
  EXPECT_THROW(1_m / 0, DivideByZeroError);
  EXPECT_THROW(Decimal::MaxValue() / 0.1_m, OverflowError);
}

// Quotients whose whole digits leave room for 28 or 29 in all, but whose decimals then exceed 96
// bits: the last digit decides the rounding, with the rest of the division behind it.
TEST(DecimalTest, QuotientsBeyond96BitsGiveOneDigitBack) {
  EXPECT_EQ(Quotient("23768448755", "3"), "7922816251.666666666666666667");
  // Exact ties at the 19th place, 2 to the even side down and 7 up.
  EXPECT_EQ(Quotient("4153837486866433", "524288"), "7922816251.500001907348632812");
  EXPECT_EQ(Quotient("4153837486866435", "524288"), "7922816251.500005722045898438");
  // 2^96 - 0.08 and 2^96 + 0.92 units of the last place.
  EXPECT_EQ(Quotient("79228162514264337593543950328", "9999999999999999999999999999"),
            "7.922816251426433759354395034");
  EXPECT_EQ(Quotient("79228162514264337593543950329", "9999999999999999999999999999"),
            "7.922816251426433759354395034");
}

TEST(DecimalTest, RemaindersHaveTheSignOfTheDividend) {
  EXPECT_EQ((7.5_m % 2).ToString(), "1.5");
  EXPECT_EQ((-7.5_m % 2).ToString(), "-1.5");
  EXPECT_EQ((7.5_m % -2).ToString(), "1.5");
  EXPECT_EQ((-200_m % 2.5_m).ToString(), "0.0");
  EXPECT_EQ((1_m % 2.50_m).ToString(), "1");
  EXPECT_THROW(1_m % 0, DivideByZeroError);
}

TEST(DecimalTest, DoublesBringFifteenDigitsAndFloatsSeven) {
  EXPECT_EQ(Decimal(0.1).ToString(), "0.1");
  EXPECT_EQ(Decimal(1.0 / 3).ToString(), "0.333333333333333");
  EXPECT_EQ(Decimal(45804.42857142857).ToString(), "45804.4285714286");
  EXPECT_EQ(Decimal(1e20).ToString(), "100000000000000000000");
  EXPECT_EQ(Decimal(-1e-40).ToString(), "0");
  EXPECT_EQ(Decimal(1.3085858F).ToString(), "1.308586");
  EXPECT_THROW(Decimal(8e28), OverflowError);
  EXPECT_THROW(Decimal{std::numeric_limits<double>::infinity()}, OverflowError);
  EXPECT_THROW(Decimal{std::nan("")}, OverflowError);
}

TEST(DecimalTest, ConvertsToDoublesAndTruncatesToIntegers) {
  EXPECT_EQ((1317.90609906295_m).ToDouble(), 1317.90609906295);
  EXPECT_TRUE(std::signbit((-Decimal(0)).ToDouble()));
  EXPECT_EQ((-2.9_m).ToInt64(), -2);
  EXPECT_EQ((9223372036854775807.9_m).ToInt64(), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ((-9223372036854775808.9_m).ToInt64(), std::numeric_limits<std::int64_t>::min());
  EXPECT_THROW((9223372036854775808_m).ToInt64(), OverflowError);
  EXPECT_THROW((-9223372036854775809_m).ToInt64(), OverflowError);
}

TEST(DecimalTest, ReadsWhatDotNetReads) {
  EXPECT_EQ(Decimal::Parse("+1.50").ToString(), "1.50");
  EXPECT_EQ(Decimal::Parse(".5").ToString(), "0.5");
  EXPECT_EQ(Decimal::Parse("5.").ToString(), "5");
  EXPECT_EQ(Decimal::Parse("000123").ToString(), "123");
  EXPECT_EQ(Decimal::Parse("1.5e3").ToString(), "1500");
  EXPECT_EQ(Decimal::Parse("12E-4").ToString(), "0.0012");
  EXPECT_EQ(Decimal::Parse("0e99999").ToString(), "0");
  EXPECT_EQ(Decimal::Parse("1e-99999").ToString(), "0.0000000000000000000000000000");
  // More digits than fit: half to even.
  EXPECT_EQ(Decimal::Parse("0.00000000000000000000000000005").ToString(),
            "0.0000000000000000000000000000");
  EXPECT_EQ(Decimal::Parse("0.000000000000000000000000000051").ToString(),
            "0.0000000000000000000000000001");
  EXPECT_EQ(Decimal::Parse("7.92281625142643375935439503350").ToString(),
            "7.9228162514264337593543950335");
  EXPECT_EQ(Decimal::Parse("79228162514264337593543950335.4").ToString(), kMaxText);
}

TEST(DecimalTest, RefusesWhatIsNoNumberAndWhatIsTooLarge) {
  for (const auto* text : {"", "-", ".", "abc", "1,000", " 1", "1 ", "1.2.3", "--1", "1e", "1e+-2",
                           "0x10", "NaN", "1-"}) {
    EXPECT_THROW(Decimal::Parse(text), ArgumentError) << text;
    EXPECT_EQ(Decimal::TryParse(text), std::nullopt) << text;
  }
  for (const auto* text : {"79228162514264337593543950336", "79228162514264337593543950335.5",
                           "1e29", "-1e99999999999"}) {
    EXPECT_EQ(Decimal::TryParse(text), std::nullopt) << text;
  }
  EXPECT_THROW(Decimal::Parse("79228162514264337593543950336"), OverflowError);
}

TEST(DecimalTest, FixedTextRoundsHalfAwayFromZeroAndPads) {
  EXPECT_EQ((3.485_m).ToFixed(2), "3.49");
  EXPECT_EQ((-3.485_m).ToFixed(2), "-3.49");
  EXPECT_EQ((-0.004_m).ToFixed(2), "0.00");
  EXPECT_EQ((12028_m).ToFixed(2), "12028.00");
  EXPECT_EQ((2.5_m).ToFixed(0), "3");
  EXPECT_EQ((0.1_m).ToFixed(30), "0.100000000000000000000000000000");
  EXPECT_THROW((1_m).ToFixed(-1), ArgumentError);
}

TEST(DecimalTest, RejectsAScaleOfMoreThan28Places) {
  EXPECT_THROW(Decimal::FromScaled(1, 29), ArgumentError);
}

TEST(DecimalTest, PrintsItselfToAStream) {
  std::ostringstream stream;
  stream << -1.50_m;
  EXPECT_EQ(stream.str(), "-1.50");
}

}  // namespace
}  // namespace regimen
