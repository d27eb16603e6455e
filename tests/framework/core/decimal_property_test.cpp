// Random operands, with an independent witness: exact integers of GMP rounded by the rules of the
// type's documentation, one place after the other, with none of our code.
#ifdef REGIMEN_HAVE_GMP

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <string>

#include <gmpxx.h>
#include <gtest/gtest.h>

#include "framework/core/decimal.hpp"
#include "framework/core/error.hpp"

namespace regimen {
namespace {

constexpr int kRounds = 200'000;

mpz_class PowerOfTen(int exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
  return power;
}

const mpz_class& MaxCoefficient() {
  static const mpz_class max = (mpz_class(1) << 96) - 1;
  return max;
}

// A decimal as the witness sees it.
struct Witness {
  mpz_class coefficient;  // signed
  int scale;
};

// nullopt: out of range.
using Expected = std::optional<Witness>;

Witness ToWitness(Decimal value) {
  mpz_class coefficient = (mpz_class(value.High()) << 64) + mpz_class(value.Low());
  return {value.IsNegative() ? mpz_class(-coefficient) : coefficient, value.Scale()};
}

std::string Text(const Expected& value) {
  if (!value) return "overflow";
  return value->coefficient.get_str() + "e-" + std::to_string(value->scale);
}

template <typename Operation>
Expected Ours(Operation operation) {
  try {
    return ToWitness(operation());
  } catch (const OverflowError&) {
    return std::nullopt;
  }
}

// numerator / denominator to the nearest integer, a tie to the even one. Both positive or zero.
mpz_class HalfToEven(const mpz_class& numerator, const mpz_class& denominator) {
  mpz_class quotient;
  mpz_class remainder;
  mpz_fdiv_qr(quotient.get_mpz_t(), remainder.get_mpz_t(), numerator.get_mpz_t(),
              denominator.get_mpz_t());
  const int order = cmp(mpz_class(2 * remainder), denominator);
  if (order > 0 || (order == 0 && mpz_odd_p(quotient.get_mpz_t()) != 0)) ++quotient;
  return quotient;
}

int DigitCount(const mpz_class& value) {
  return static_cast<int>(mpz_sizeinbase(value.get_mpz_t(), 10));
}

// value / 10^scale with the most places whose coefficient fits.
Expected Fitted(const mpz_class& value, int scale) {
  const mpz_class magnitude = abs(value);
  // 31 digits never fit: no need to start below.
  for (int cut = std::max({0, scale - 28, DigitCount(magnitude) - 31}); cut <= scale; ++cut) {
    const mpz_class rounded = HalfToEven(magnitude, PowerOfTen(cut));
    if (rounded <= MaxCoefficient()) {
      return Witness{sgn(value) < 0 ? mpz_class(-rounded) : rounded, scale - cut};
    }
  }
  return std::nullopt;
}

mpz_class Aligned(const Witness& value, int scale) {
  return value.coefficient * PowerOfTen(scale - value.scale);
}

Expected Sum(const Witness& a, const Witness& b) {
  const int scale = std::max(a.scale, b.scale);
  return Fitted(Aligned(a, scale) + Aligned(b, scale), scale);
}

Expected Product(const Witness& a, const Witness& b) {
  const mpz_class word = 0xffff'ffffUL;
  const bool words = abs(a.coefficient) <= word && abs(b.coefficient) <= word;
  const int scale = a.scale + b.scale;
  // .NET's short way for two 32-bit coefficients, and plain 0 for a zero on the other.
  if (words && scale > 47) return Witness{0, 0};
  if (a.coefficient * b.coefficient == 0) return Witness{0, words ? std::min(scale, 28) : 0};
  return Fitted(a.coefficient * b.coefficient, scale);
}

// The quotient to `scale` places, or nullopt if its coefficient does not fit.
std::optional<mpz_class> QuotientAt(const Witness& a, const Witness& b, int scale) {
  const int places = scale - (a.scale - b.scale);
  mpz_class numerator = abs(a.coefficient);
  mpz_class denominator = abs(b.coefficient);
  (places >= 0 ? numerator : denominator) *= PowerOfTen(std::abs(places));
  mpz_class quotient = HalfToEven(numerator, denominator);
  if (quotient > MaxCoefficient()) return std::nullopt;
  return quotient;
}

Expected Quotient(const Witness& a, const Witness& b) {
  const bool negative = sgn(a.coefficient) * sgn(b.coefficient) < 0;
  const auto signed_result = [negative](const mpz_class& magnitude, int scale) {
    return Witness{negative ? mpz_class(-magnitude) : magnitude, scale};
  };
  const int natural = a.scale - b.scale;
  if (mpz_divisible_p(a.coefficient.get_mpz_t(), b.coefficient.get_mpz_t()) != 0) {
    const int scale = std::max(0, natural);
    const auto quotient = QuotientAt(a, b, scale);
    return quotient ? Expected(signed_result(*quotient, scale)) : std::nullopt;
  }
  const int first = 31 - (DigitCount(a.coefficient) - DigitCount(b.coefficient)) + natural;
  for (int scale = std::min(28, first); scale >= 0; --scale) {
    auto quotient = QuotientAt(a, b, scale);
    if (!quotient) continue;
    while (scale > 0 && *quotient % 10 == 0) {
      *quotient /= 10;
      --scale;
    }
    return signed_result(*quotient, scale);
  }
  return std::nullopt;
}

Expected Remainder(const Witness& a, const Witness& b) {
  const int scale = std::max(a.scale, b.scale);
  const mpz_class dividend = Aligned(a, scale);
  const mpz_class divisor = Aligned(b, scale);
  if (a.coefficient == 0 || abs(dividend) < abs(divisor)) return a;
  return Witness{dividend % divisor, scale};
}

int Order(const Witness& a, const Witness& b) {
  const int scale = std::max(a.scale, b.scale);
  return cmp(Aligned(a, scale), Aligned(b, scale));
}

Witness Rounded(const Witness& value, int digits, MidpointRounding mode) {
  if (value.scale <= digits) return value;
  const mpz_class power = PowerOfTen(value.scale - digits);
  mpz_class rounded;
  switch (mode) {
    case MidpointRounding::ToEven:
      rounded = HalfToEven(abs(value.coefficient), power) * sgn(value.coefficient);
      break;
    case MidpointRounding::AwayFromZero:
      rounded = (2 * abs(value.coefficient) + power) / (2 * power) * sgn(value.coefficient);
      break;
    case MidpointRounding::ToZero:
      rounded = value.coefficient / power;
      break;
    case MidpointRounding::ToNegativeInfinity:
      mpz_fdiv_q(rounded.get_mpz_t(), value.coefficient.get_mpz_t(), power.get_mpz_t());
      break;
    case MidpointRounding::ToPositiveInfinity:
      mpz_cdiv_q(rounded.get_mpz_t(), value.coefficient.get_mpz_t(), power.get_mpz_t());
      break;
  }
  return {rounded, digits};
}

Witness Normalized(Witness value) {
  while (value.scale > 0 && value.coefficient % 10 == 0) {
    value.coefficient /= 10;
    --value.scale;
  }
  return value;
}

std::string Fixed(const Witness& value) {
  std::string digits = mpz_class(abs(value.coefficient)).get_str();
  const auto places = static_cast<std::size_t>(value.scale);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  return sgn(value.coefficient) < 0 ? "-" + digits : digits;
}

// Operands of all magnitudes and scales, with many at the borders: full words, powers of ten and
// their neighbours, trailing zeros, halves, zero.
class Operands {
 public:
  explicit Operands(std::uint64_t seed) : random_(seed) {}

  int Below(int bound) { return static_cast<int>(random_() % static_cast<std::uint64_t>(bound)); }

  Decimal Next() {
    const mpz_class coefficient = Coefficient() & MaxCoefficient();
    const mpz_class high = coefficient >> 64;
    const mpz_class low = coefficient & mpz_class(0xffff'ffff'ffff'ffffUL);
    const auto scale = static_cast<std::uint8_t>(Below(3) == 0 ? Below(6) : Below(29));
    return Decimal::FromParts(low.get_ui(), static_cast<std::uint32_t>(high.get_ui()),
                              Below(2) == 0, scale);
  }

 private:
  mpz_class Coefficient() {
    switch (Below(8)) {
      case 0:
        return (mpz_class(1) << static_cast<unsigned>(Below(97))) + Below(3) - 1;
      case 1:
        return PowerOfTen(Below(29)) + Below(3) - 1;
      case 2:
        return Bits(Below(64)) * PowerOfTen(Below(28));
      case 3:
        return (Bits(Below(64)) * 10 + 5) * PowerOfTen(Below(20));
      case 4:
        return MaxCoefficient() - Bits(Below(40));
      case 5:
        return Bits(Below(36));
      default:
        return Bits(Below(97));
    }
  }

  mpz_class Bits(int count) {
    const mpz_class wide = (mpz_class(random_()) << 64) + mpz_class(random_());
    return wide >> static_cast<unsigned>(128 - count);
  }

  std::mt19937_64 random_;
};

// Zero's sign carries no value: mpz has none.
void ExpectSame(const Expected& ours, const Expected& expected, Decimal a, Decimal b,
                const char* operation) {
  const bool same =
      ours.has_value() == expected.has_value() &&
      (!ours || (ours->coefficient == expected->coefficient && ours->scale == expected->scale));
  if (!same) {
    ADD_FAILURE() << a << ' ' << operation << ' ' << b << ": expected " << Text(expected)
                  << ", got " << Text(ours);
  }
}

TEST(DecimalPropertyTest, SumsAndDifferencesEqualExactOnesRoundedOnce) {
  Operands operands(1);
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = operands.Next();
    const Decimal b = operands.Next();
    ExpectSame(Ours([&] { return a + b; }), Sum(ToWitness(a), ToWitness(b)), a, b, "+");
    ExpectSame(Ours([&] { return a - b; }), Sum(ToWitness(a), ToWitness(-b)), a, b, "-");
    ASSERT_FALSE(HasFailure());
  }
}

TEST(DecimalPropertyTest, ProductsEqualExactOnesRoundedOnce) {
  Operands operands(2);
  for (int i = 0; i < 2 * kRounds; ++i) {
    const Decimal a = operands.Next();
    const Decimal b = operands.Next();
    ExpectSame(Ours([&] { return a * b; }), Product(ToWitness(a), ToWitness(b)), a, b, "*");
    ASSERT_FALSE(HasFailure());
  }
}

TEST(DecimalPropertyTest, QuotientsAndRemaindersEqualThoseOfExactIntegers) {
  Operands operands(3);
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = operands.Next();
    const Decimal b = operands.Next();
    if (b.IsZero()) continue;
    ExpectSame(Ours([&] { return a / b; }), Quotient(ToWitness(a), ToWitness(b)), a, b, "/");
    ExpectSame(Ours([&] { return a % b; }), Remainder(ToWitness(a), ToWitness(b)), a, b, "%");
    ASSERT_FALSE(HasFailure());
  }
}

TEST(DecimalPropertyTest, OrderAndHashGoByValueWhateverTheScales) {
  Operands operands(4);
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = operands.Next();
    // Every other time the same number with other zeros, or one unit beside it.
    const Decimal b = operands.Below(2) == 0 ? operands.Next() : a.Normalize();
    const int order = Order(ToWitness(a), ToWitness(b));
    ASSERT_EQ(a == b, order == 0) << a << ' ' << b;
    ASSERT_EQ(a < b, order < 0) << a << ' ' << b;
    ASSERT_EQ(a > b, order > 0) << a << ' ' << b;
    if (order == 0) {
      ASSERT_EQ(a.Hash(), b.Hash()) << a << ' ' << b;
    }
  }
}

TEST(DecimalPropertyTest, RoundingEqualsThatOfExactIntegersInAllModes) {
  Operands operands(5);
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = operands.Next();
    const int digits = operands.Below(29);
    for (const auto mode :
         {MidpointRounding::ToEven, MidpointRounding::AwayFromZero, MidpointRounding::ToZero,
          MidpointRounding::ToNegativeInfinity, MidpointRounding::ToPositiveInfinity}) {
      ExpectSame(Ours([&] { return a.Round(digits, mode); }), Rounded(ToWitness(a), digits, mode),
                 a, digits, "rounded to");
    }
    ExpectSame(Ours([&] { return a.Normalize(); }), Normalized(ToWitness(a)), a, a, "normalized");
    ASSERT_FALSE(HasFailure());
  }
}

TEST(DecimalPropertyTest, TextIsThatOfTheIntegerWithAPointAndReadsBack) {
  Operands operands(6);
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = operands.Next();
    const std::string text = a.ToString();
    ASSERT_EQ(text, Fixed(ToWitness(a)));
    const Decimal again = Decimal::Parse(text);
    ASSERT_EQ(again, a);
    ASSERT_EQ(again.Scale(), a.Scale());
    const int digits = operands.Below(a.Scale() + 1);
    ASSERT_EQ(a.ToFixed(digits),
              Fixed(Rounded(ToWitness(a), digits, MidpointRounding::AwayFromZero)));
  }
}

}  // namespace
}  // namespace regimen

#endif  // REGIMEN_HAVE_GMP
