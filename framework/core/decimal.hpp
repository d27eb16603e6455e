// The one number that prices, quantities and money are made of.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "framework/core/midpoint_rounding.hpp"
#include "framework/core/uint128.hpp"

namespace regimen {

// A decimal floating-point number: (-1)^sign x coefficient / 10^scale, with a coefficient below
// 2^96 and a scale of 0..28, as System.Decimal of .NET. The scale is part of a number's text but
// not of its value: 1.50 and 1.5 compare equal and print differently. Results are equal to those
// of .NET 10 in value, scale and sign (there is a negative zero; it prints without its sign).
//
// - Sums and products are exact where they fit in 96 bits and 28 places, otherwise rounded half to
//   even to as many places as fit. Quotients that are exact keep the scale a.Scale() - b.Scale(),
//   others take as many places as fit and lose trailing zeros.
// - A double converts like C#'s cast: to 15 significant digits (a float to 7).
// - Beyond +-79228162514264337593543950335: OverflowError. x / 0, x % 0: DivideByZeroError.
//
// A trivially copyable value of 16 bytes: pass it by value. O(1), nothing allocates but text.
class Decimal {
 public:
  static constexpr int kMaxScale = 28;

  constexpr Decimal() = default;

  // NOLINTBEGIN(google-explicit-constructor): numbers mix as in C#.
  template <std::integral T>
  requires(!std::same_as<T, bool>) constexpr Decimal(T value)
      : low_(Magnitude(value)), rest_(IsBelowZero(value) ? kSignBit : 0) {}

  // Throws OverflowError on NaN, infinities and magnitudes of 2^96 and above.
  template <std::floating_point T>
  Decimal(T value)
      : Decimal(std::same_as<T, float> ? FromFloat(static_cast<float>(value))
                                       : FromDouble(static_cast<double>(value))) {}
  // NOLINTEND(google-explicit-constructor)

  // Returns coefficient / 10^scale. Throws ArgumentError on a scale above 28.
  static constexpr Decimal FromScaled(std::int64_t coefficient, std::uint8_t scale) {
    return FromParts(Magnitude(coefficient), 0, coefficient < 0, scale);
  }
  static constexpr Decimal FromParts(std::uint64_t low, std::uint32_t high, bool negative,
                                     std::uint8_t scale) {
    if (scale > kMaxScale) ThrowScale();
    return {low, high | (std::uint64_t{scale} << kScaleShift) | (negative ? kSignBit : 0), Raw{}};
  }

  // Reads [+-]digits[.digits][e[+-]digits] with nothing around it and keeps the scale; digits
  // beyond what fits are rounded half to even. Parse throws ArgumentError on other text and
  // OverflowError on a value out of range; TryParse returns nullopt on both.
  static Decimal Parse(std::string_view text);
  static std::optional<Decimal> TryParse(std::string_view text);

  static constexpr Decimal MaxValue() { return {~std::uint64_t{0}, kHighMask, Raw{}}; }
  static constexpr Decimal MinValue() { return -MaxValue(); }

  // The digits with all places of the scale, never an exponent: 1.10, -0.00001.
  std::string ToString() const;
  // Rounded half away from zero, or padded, to `digits` places: "0.00" of .NET for 2.
  std::string ToFixed(int digits) const;
  // Coefficient / 10^scale in binary floating point, as C#'s cast: not always the nearest double.
  double ToDouble() const;
  // Truncates; throws OverflowError if the whole part is no std::int64_t.
  std::int64_t ToInt64() const;

  constexpr bool IsZero() const { return low_ == 0 && High() == 0; }
  // The sign bit, also of a negative zero.
  constexpr bool IsNegative() const { return (rest_ & kSignBit) != 0; }
  constexpr int Sign() const { return IsZero() ? 0 : (IsNegative() ? -1 : 1); }
  constexpr int Scale() const { return static_cast<int>((rest_ & kScaleMask) >> kScaleShift); }
  constexpr std::uint64_t Low() const { return low_; }
  constexpr std::uint32_t High() const { return static_cast<std::uint32_t>(rest_); }

  // The same value without trailing zeros after the point.
  Decimal Normalize() const;
  // Rounds to `digits` places (0..28, else ArgumentError). A number with fewer places is returned
  // as it is: rounding never pads.
  Decimal Round(int digits, MidpointRounding mode) const;

  constexpr Decimal operator-() const { return {low_, rest_ ^ kSignBit, Raw{}}; }
  constexpr Decimal operator+() const { return *this; }

  friend Decimal operator+(Decimal a, Decimal b) { return Sum(a, b); }
  friend Decimal operator-(Decimal a, Decimal b) { return Sum(a, -b); }
  friend Decimal operator*(Decimal a, Decimal b) { return Product(a, b); }
  friend Decimal operator/(Decimal a, Decimal b) { return Quotient(a, b); }
  // The remainder of the truncated division; its sign is a's.
  friend Decimal operator%(Decimal a, Decimal b) { return Remainder(a, b); }

  Decimal& operator+=(Decimal other) { return *this = *this + other; }
  Decimal& operator-=(Decimal other) { return *this = *this - other; }
  Decimal& operator*=(Decimal other) { return *this = *this * other; }
  Decimal& operator/=(Decimal other) { return *this = *this / other; }
  Decimal& operator%=(Decimal other) { return *this = *this % other; }

  friend bool operator==(Decimal a, Decimal b) {
    return a.rest_ == b.rest_ ? a.low_ == b.low_ : CompareUnlike(a, b) == 0;
  }
  friend std::weak_ordering operator<=>(Decimal a, Decimal b) {
    if (a.rest_ != b.rest_) return CompareUnlike(a, b) <=> 0;
    return a.IsNegative() ? b.low_ <=> a.low_ : a.low_ <=> b.low_;
  }

  friend std::ostream& operator<<(std::ostream& stream, Decimal value);

  // Equal for equal values, whatever their scales.
  std::size_t Hash() const;

 private:
  struct Raw {};
  constexpr Decimal(std::uint64_t low, std::uint64_t rest, Raw) : low_(low), rest_(rest) {}

  template <std::integral T>
  static constexpr bool IsBelowZero(T value) {
    if constexpr (std::signed_integral<T>) return value < 0;
    return false;
  }
  template <std::integral T>
  static constexpr std::uint64_t Magnitude(T value) {
    const auto bits = static_cast<std::uint64_t>(value);
    return IsBelowZero(value) ? 0 - bits : bits;
  }

  static Decimal FromDouble(double value);
  static Decimal FromFloat(float value);
  static Decimal FromBinary(double value, int significant_digits);

  static Decimal Sum(Decimal a, Decimal b);
  static Decimal Product(Decimal a, Decimal b);
  static Decimal SumUnlike(Decimal a, Decimal b);
  static Decimal ProductWide(Decimal a, Decimal b);
  static Decimal Quotient(Decimal a, Decimal b);
  static Decimal Remainder(Decimal a, Decimal b);
  // -1, 0 or 1 by value, for operands that differ in sign, scale or upper word.
  static int CompareUnlike(Decimal a, Decimal b);

  constexpr detail::Uint128 Coefficient() const { return detail::MakeUint128(High(), low_); }

  [[noreturn]] static void ThrowScale();

  static constexpr std::uint64_t kHighMask = 0xffff'ffff;
  static constexpr int kScaleShift = 32;
  static constexpr std::uint64_t kScaleMask = std::uint64_t{0xff} << kScaleShift;
  static constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63;

  std::uint64_t low_ = 0;
  // Bits 0..31: upper word of the coefficient; 32..39: scale; 63: sign. Two whole words travel in
  // two registers.
  std::uint64_t rest_ = 0;
};

static_assert(sizeof(Decimal) == 16);

inline Decimal Decimal::Sum(Decimal a, Decimal b) {
  const std::uint64_t unlike = a.rest_ ^ b.rest_;
  if ((unlike & ~kSignBit) != 0 || a.High() != 0) return SumUnlike(a, b);
  if (unlike == 0) {
    const std::uint64_t sum = a.low_ + b.low_;
    return {sum, a.rest_ + (sum < a.low_ ? 1U : 0U), Raw{}};
  }
  // Without a branch: which operand is larger is anyone's guess.
  const std::uint64_t borrow = a.low_ < b.low_ ? 1 : 0;
  return {((a.low_ - b.low_) ^ (0 - borrow)) + borrow, a.rest_ ^ (borrow << 63), Raw{}};
}

inline Decimal Decimal::Product(Decimal a, Decimal b) {
  const std::uint64_t scale = (a.rest_ & kScaleMask) + (b.rest_ & kScaleMask);
  if (((a.rest_ | b.rest_) & kHighMask) == 0 && scale <= std::uint64_t{kMaxScale} << kScaleShift) {
    const detail::Uint128 product = detail::Uint128{a.low_} * b.low_;
    const std::uint64_t high = detail::High64(product);
    if (high <= kHighMask && product != 0) {
      return {detail::Low64(product), ((a.rest_ ^ b.rest_) & kSignBit) | scale | high, Raw{}};
    }
  }
  return ProductWide(a, b);
}

inline namespace literals {

// 1.10_m: the scale is kept; digits, one point and digit separators; checked by the compiler.
consteval Decimal operator""_m(const char* digits) {
  detail::Uint128 coefficient = 0;
  bool fraction = false;
  std::uint8_t scale = 0;
  for (; *digits != '\0'; ++digits) {
    if (*digits == '\'') continue;
    if (*digits == '.') {
      fraction = true;
      continue;
    }
    if (*digits < '0' || *digits > '9') throw "a decimal literal has digits and one point only";
    const auto digit = static_cast<std::uint64_t>(*digits - '0');
    coefficient = coefficient * 10 + detail::MakeUint128(0, digit);
    if (coefficient >> 96 != 0) throw "a decimal literal must fit in 96 bits";
    if (fraction) ++scale;
  }
  return Decimal::FromParts(detail::Low64(coefficient),
                            static_cast<std::uint32_t>(detail::High64(coefficient)), false, scale);
}

}  // namespace literals

}  // namespace regimen

template <>
struct std::hash<regimen::Decimal> {
  std::size_t operator()(regimen::Decimal value) const { return value.Hash(); }
};
