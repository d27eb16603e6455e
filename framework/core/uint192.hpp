// Three-word unsigned integers: what a product or an aligned sum of decimals needs before it is
// rounded back to 96 bits. Internal to Decimal, and inline because every operation is short.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "framework/core/power_of_ten.hpp"
#include "framework/core/uint128.hpp"

namespace regimen::detail {

// What a division left over: all that rounding has to know. `half_order` is -1, 0 or 1 as the
// remainder is below, at or above half of the divisor.
struct Discarded {
  bool any;
  int half_order;

  // Whether a quotient rounded half to even goes up.
  constexpr bool RoundsToEven(bool quotient_is_odd) const {
    return half_order + int{quotient_is_odd} > 0;
  }
};

// A value below 2^192; words from the least significant up. Trivially copyable.
struct Uint192 {
  std::array<std::uint64_t, 3> words{};

  constexpr Uint192() = default;
  constexpr explicit Uint192(Uint128 value) : words{Low64(value), High64(value), 0} {}
  constexpr Uint192(std::uint64_t low, std::uint64_t middle, std::uint64_t high)
      : words{low, middle, high} {}

  // Requires: the product is below 2^192.
  static constexpr Uint192 Product(Uint128 a, Uint128 b) {
    const Uint128 low = Uint128{Low64(a)} * Low64(b);
    const Uint128 cross_a = Uint128{High64(a)} * Low64(b);
    const Uint128 cross_b = Uint128{Low64(a)} * High64(b);
    const Uint128 middle = Uint128{High64(low)} + Low64(cross_a) + Low64(cross_b);
    return {Low64(low), Low64(middle),
            High64(middle) + High64(cross_a) + High64(cross_b) + High64(a) * High64(b)};
  }

  // Whether the value is below 2^96, a decimal's coefficient.
  constexpr bool FitsCoefficient() const { return words[2] == 0 && words[1] >> 32 == 0; }
  constexpr Uint128 Low128() const { return MakeUint128(words[1], words[0]); }

  // The value without its lowest 96 bits.
  constexpr Uint128 Above96() const {
    return MakeUint128(words[2] >> 32, (words[2] << 32) | (words[1] >> 32));
  }

  // Requires: the sum is below 2^192.
  constexpr Uint192& operator+=(const Uint192& other) {
    const Uint128 low = Uint128{words[0]} + other.words[0];
    const Uint128 middle = Uint128{words[1]} + other.words[1] + High64(low);
    words = {Low64(low), Low64(middle), words[2] + other.words[2] + High64(middle)};
    return *this;
  }

  // Requires: *this >= other.
  constexpr Uint192& operator-=(const Uint192& other) {
    const Uint128 difference = Low128() - other.Low128();
    const std::uint64_t borrow = Low128() < other.Low128() ? 1 : 0;
    words = {Low64(difference), High64(difference), words[2] - other.words[2] - borrow};
    return *this;
  }

  constexpr bool operator<(const Uint192& other) const {
    return words[2] != other.words[2] ? words[2] < other.words[2] : Low128() < other.Low128();
  }
};

struct PowerQuotient {
  Uint192 quotient;
  Discarded discarded;
};

// Divides by five.power in place and returns the remainder. Leading words that are less than the
// divisor are remainder as they stand.
inline std::uint64_t DivideByFives(Uint192& value, const FivePower& five) {
  const auto upper = [&five](std::uint64_t word) { return (word >> 1) >> (63 - five.shift); };
  const auto next = [&five](const WordDivision& before, std::uint64_t word) {
    if (before.remainder == 0 && word < five.divisor) return WordDivision{0, word};
    return DivideStep(before.remainder, word, five);
  };
  const auto [low, middle, high] = value.words;
  const auto first = next({0, upper(high)}, (high << five.shift) | upper(middle));
  const auto second = next(first, (middle << five.shift) | upper(low));
  const auto third = DivideStep(second.remainder, low << five.shift, five);
  value.words = {third.quotient, second.quotient, first.quotient};
  return third.remainder >> five.shift;
}

// Divides by 2^digits with a shift and by 5^digits with a reciprocal: a shorter division than that
// by 10^digits. `sticky`: something was discarded before. Requires: 0 <= digits <= 27.
inline PowerQuotient DivideByTwosAndFives(const Uint192& value, int digits, bool sticky) {
  if (digits == 0) return {value, {sticky, -1}};
  const auto [low, middle, high] = value.words;
  const std::uint64_t half_bit = std::uint64_t{1} << (digits - 1);
  const std::uint64_t top_bit = (low & half_bit) != 0 ? 1 : 0;
  const std::uint64_t low_bits = (low & (half_bit - 1)) | std::uint64_t{sticky};
  const FivePower& five = kFivePowers[static_cast<std::size_t>(digits)];
  Uint192 quotient((low >> digits) | (middle << (64 - digits)),
                   (middle >> digits) | (high << (64 - digits)), high >> digits);
  const std::uint64_t twice = 2 * DivideByFives(quotient, five) + top_bit;
  // An odd power is met exactly only with the top bit set; the bits below it decide then.
  const int above = int{twice > five.power} | (int{twice == five.power} & int{low_bits != 0});
  return {quotient, {(twice | low_bits) != 0, above - int{twice < five.power}}};
}

// Divides by 10^digits. Requires: 0 <= digits <= 38.
inline PowerQuotient DivideByPowerOfTen(const Uint192& value, int digits) {
  const auto [low, middle, high] = value.words;
  if ((middle | high) == 0 && digits <= kMaxWordPower) {
    const std::uint64_t power = PowerOfTen(digits);
    const std::uint64_t quotient = low / power;
    const std::uint64_t remainder = low - quotient * power;
    const std::uint64_t missing = power - remainder;
    const int half_order = int{remainder > missing} - int{remainder < missing};
    return {{quotient, 0, 0}, {remainder != 0, half_order}};
  }
  if (digits <= kMaxFivePower) return DivideByTwosAndFives(value, digits, false);
  const PowerQuotient first = DivideByTwosAndFives(value, digits - kMaxFivePower, false);
  return DivideByTwosAndFives(first.quotient, kMaxFivePower, first.discarded.any);
}

struct WideQuotient {
  std::uint64_t quotient;
  Uint128 remainder;
};

// Divides remainder x factor by divisor. Requires: remainder < divisor < 2^96.
inline WideQuotient DivideScaled(Uint128 remainder, std::uint64_t factor, Uint128 divisor) {
  if (High64(divisor) == 0) {
    const std::uint64_t by = Low64(divisor);
    const Uint128 dividend = Uint128{Low64(remainder)} * factor;
    const std::uint64_t quotient = Low64(dividend / by);
    return {quotient, Low64(dividend) - quotient * by};
  }
  // The upper 64 bits of the divisor give a quotient that is at most 2 too large.
  Uint192 dividend = Uint192::Product(remainder, factor);
  const int shift = 64 - std::countl_zero(High64(divisor));
  const std::uint64_t top = Low64(divisor >> shift);
  const auto shifted = [&](std::size_t i) {
    return (dividend.words[i + 1] << (64 - shift)) | (dividend.words[i] >> shift);
  };
  const Uint128 upper = MakeUint128(shifted(1), shifted(0));
  std::uint64_t quotient = High64(upper) >= top ? ~std::uint64_t{0} : Low64(upper / top);
  Uint192 product = Uint192::Product(divisor, quotient);
  while (dividend < product) {
    --quotient;
    product -= Uint192(divisor);
  }
  dividend -= product;
  return {quotient, dividend.Low128()};
}

}  // namespace regimen::detail
