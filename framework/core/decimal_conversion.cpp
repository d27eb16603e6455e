// Decimal to and from the machine's numbers.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "framework/core/decimal.hpp"
#include "framework/core/error.hpp"
#include "framework/core/text.hpp"
#include "framework/core/uint192.hpp"

namespace regimen {

namespace {

// Correctly rounded by the compiler; 10^22 is the last exact one.
constexpr std::array<double, 29> kBinaryPowersOfTen = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14,
    1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28};

double BinaryPowerOfTen(int exponent) {
  return kBinaryPowersOfTen[static_cast<std::size_t>(exponent)];
}

struct Digits {
  std::uint64_t value;
  int scale;  // below zero: the value has to be multiplied
};

// Scales a positive number by a power of ten, in floating point as .NET does, to an integer of
// `significant_digits` digits, and rounds it half to even. `exponent` is that of 0.5 <= m < 1.
Digits SignificantDigits(double magnitude, int exponent, int significant_digits) {
  // 19728 / 65536 is log10(2).
  int scale = significant_digits - 1 - ((exponent * 19728) >> 16);
  if (scale >= 0) {
    scale = std::min(scale, Decimal::kMaxScale);
    magnitude *= BinaryPowerOfTen(scale);
  } else if (scale != -1 || magnitude >= BinaryPowerOfTen(significant_digits)) {
    magnitude /= BinaryPowerOfTen(-scale);
  } else {
    scale = 0;
  }
  if (magnitude < BinaryPowerOfTen(significant_digits - 1) && scale < Decimal::kMaxScale) {
    magnitude *= 10;
    ++scale;
  }
  auto value = static_cast<std::uint64_t>(magnitude);
  const double fraction = magnitude - static_cast<double>(value);
  if (fraction > 0.5 || (fraction == 0.5 && (value & 1) != 0)) ++value;
  return {value, scale};
}

}  // namespace

Decimal Decimal::FromBinary(double value, int significant_digits) {
  // Below 2^-94 even 28 places show nothing; at 2^96 the coefficient is full.
  constexpr int kSmallestExponent = -94;
  constexpr int kLargestExponent = 96;
  const double magnitude = std::abs(value);
  int exponent = kLargestExponent + 1;
  if (std::isfinite(value)) std::frexp(magnitude, &exponent);
  if (exponent > kLargestExponent) {
    throw OverflowError("cannot convert " + ToText(value) +
                        " to a decimal: expected a magnitude below 7.9E+28");
  }
  if (magnitude == 0 || exponent < kSmallestExponent) return {};
  auto [digits, scale] = SignificantDigits(magnitude, exponent, significant_digits);
  if (digits == 0) return {};
  if (scale < 0) {
    const detail::Uint128 whole = detail::Uint128{digits} * detail::WidePowerOfTen(-scale);
    return FromParts(detail::Low64(whole), static_cast<std::uint32_t>(detail::High64(whole)),
                     value < 0, 0);
  }
  while (scale > 0 && digits % 10 == 0) {
    digits /= 10;
    --scale;
  }
  return FromParts(digits, 0, value < 0, static_cast<std::uint8_t>(scale));
}

Decimal Decimal::FromDouble(double value) { return FromBinary(value, 15); }

Decimal Decimal::FromFloat(float value) { return FromBinary(static_cast<double>(value), 7); }

double Decimal::ToDouble() const {
  constexpr double kTwoTo64 = 18446744073709551616.0;
  const double coefficient = static_cast<double>(low_) + static_cast<double>(High()) * kTwoTo64;
  const double magnitude = coefficient / BinaryPowerOfTen(Scale());
  return IsNegative() ? -magnitude : magnitude;
}

std::int64_t Decimal::ToInt64() const {
  constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  const Decimal whole = Round(0, MidpointRounding::ToZero);
  if (whole.High() != 0 || whole.low_ > kMax + (IsNegative() ? 1U : 0U)) {
    throw OverflowError("cannot convert " + ToString() + " to a 64-bit integer: out of range");
  }
  return static_cast<std::int64_t>(IsNegative() ? 0 - whole.low_ : whole.low_);
}

}  // namespace regimen
