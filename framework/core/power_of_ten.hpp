// Powers of ten and division by them without a division instruction. Internal to Decimal.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "framework/core/uint128.hpp"

namespace regimen::detail {

// The largest exponent whose power fits in a word.
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

// Number of decimal digits of a value below 10^38; 0 for zero.
constexpr int DecimalDigits(Uint128 value) {
  const int bits = High64(value) != 0 ? 128 - std::countl_zero(High64(value))
                                      : 64 - std::countl_zero(Low64(value));
  // 1233 / 4096 is a little above log10(2); the guess is right or one too small.
  const int guess = (bits * 1233) >> 12;
  return guess + int{value >= WidePowerOfTen(guess)};
}

// The largest exponent whose power of five leaves the top bit of a word free.
inline constexpr int kMaxFivePower = 27;

// 5^k, how far it has to be shifted left to have its top bit set, and of the shifted divisor d the
// reciprocal floor((2^128 - 1) / d) - 2^64.
struct FivePower {
  std::uint64_t power;
  std::uint64_t divisor;
  std::uint64_t inverse;
  int shift;
};

inline constexpr std::array<FivePower, kMaxFivePower + 1> kFivePowers = [] {
  std::array<FivePower, kMaxFivePower + 1> table{};
  std::uint64_t power = 1;
  for (FivePower& entry : table) {
    const int shift = std::countl_zero(power);
    entry = {power, power << shift, Low64(~Uint128{0} / (power << shift)), shift};
    power *= 5;
  }
  return table;
}();

struct WordDivision {
  std::uint64_t quotient;
  std::uint64_t remainder;
};

// Divides (high, low) by by.divisor. Requires: high < by.divisor.
// N. Moller, T. Granlund, "Improved division by invariant integers", IEEE Transactions on Computers
// 60 (2011), algorithm 4. Both corrections depend on the data alone, so they are masks: a branch
// would be mispredicted half the time.
inline WordDivision DivideStep(std::uint64_t high, std::uint64_t low, const FivePower& by) {
  const Uint128 estimate = Uint128{by.inverse} * high + MakeUint128(high, low);
  const std::uint64_t quotient = High64(estimate) + 1;
  const std::uint64_t rest = low - quotient * by.divisor;
  const std::uint64_t too_large = 0 - std::uint64_t{rest > Low64(estimate)};
  const std::uint64_t lowered = rest + (too_large & by.divisor);
  const std::uint64_t too_small = 0 - std::uint64_t{lowered >= by.divisor};
  return {quotient + too_large - too_small, lowered - (too_small & by.divisor)};
}

}  // namespace regimen::detail
