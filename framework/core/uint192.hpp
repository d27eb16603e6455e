// Three-word unsigned integers: what a product or an aligned sum of decimals needs before it is
// rounded back to 96 bits. Internal to Decimal.
#pragma once

#include <array>
#include <cstdint>

#include "framework/core/uint128.hpp"

namespace regimen::detail {

// 10^0 .. 10^19, all that fit in a word.
inline constexpr int kMaxWordPower = 19;
inline constexpr std::array<std::uint64_t, kMaxWordPower + 1> kPowersOfTen = [] {
  std::array<std::uint64_t, kMaxWordPower + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

// Requires: 0 <= exponent <= 19.
constexpr std::uint64_t PowerOfTen(int exponent) {
  return kPowersOfTen[static_cast<std::size_t>(exponent)];
}

// Requires: 0 <= exponent <= 38.
constexpr Uint128 WidePowerOfTen(int exponent) {
  return exponent <= kMaxWordPower
             ? Uint128{PowerOfTen(exponent)}
             : Uint128{PowerOfTen(kMaxWordPower)} * PowerOfTen(exponent - kMaxWordPower);
}

// What a division left over, seen from the middle of the divisor: all that rounding has to know.
enum class Discarded { Nothing, BelowHalf, Half, AboveHalf };

// A value below 2^192; words from the least significant up. Trivially copyable.
struct Uint192 {
  std::array<std::uint64_t, 3> words{};

  constexpr Uint192() = default;
  constexpr explicit Uint192(Uint128 value) : words{Low64(value), High64(value), 0} {}

  // Requires: the product is below 2^192.
  static Uint192 Product(Uint128 a, Uint128 b);

  // Whether the value is below 2^96, a decimal's coefficient.
  constexpr bool FitsCoefficient() const { return words[2] == 0 && words[1] >> 32 == 0; }
  constexpr Uint128 Low128() const { return MakeUint128(words[1], words[0]); }
  // Number of bits up to the highest that is set; 0 for zero.
  int BitLength() const;

  // Requires: the sum is below 2^192.
  Uint192& operator+=(const Uint192& other);
  // Requires: *this >= other.
  Uint192& operator-=(const Uint192& other);
  bool operator<(const Uint192& other) const;

  // Divides by 10^digits. Requires: 0 <= digits <= 38.
  Discarded DivideByPowerOfTen(int digits);

 private:
  // Divides by 10^digits and returns the remainder. Requires: 0 <= digits <= 19.
  std::uint64_t DivideByWordPower(int digits);
};

struct WideQuotient {
  std::uint64_t quotient;
  Uint128 remainder;
};

// Divides remainder x factor by divisor. Requires: remainder < divisor < 2^96.
WideQuotient DivideScaled(Uint128 remainder, std::uint64_t factor, Uint128 divisor);

}  // namespace regimen::detail
