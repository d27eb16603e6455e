#include "framework/core/uint192.hpp"

#include <bit>
#include <cstddef>

namespace regimen::detail {

namespace {

// 10^digits shifted until its top bit is set, and its reciprocal floor((2^128 - 1) / it) - 2^64.
// Division by multiplication: N. Moller, T. Granlund, "Improved division by invariant integers",
// IEEE Transactions on Computers 60 (2011), algorithm 4.
struct Reciprocal {
  std::uint64_t divisor;
  std::uint64_t inverse;
  int shift;
};

constexpr std::array<Reciprocal, kMaxWordPower + 1> kReciprocals = [] {
  std::array<Reciprocal, kMaxWordPower + 1> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const int shift = std::countl_zero(kPowersOfTen[i]);
    const std::uint64_t divisor = kPowersOfTen[i] << shift;
    table[i] = {divisor, Low64(~Uint128{0} / divisor), shift};
  }
  return table;
}();

// One step of long division: (remainder, word) / divisor. Requires: remainder < divisor.
std::uint64_t DivideStep(std::uint64_t& remainder, std::uint64_t word, const Reciprocal& by) {
  const Uint128 estimate = Uint128{by.inverse} * remainder + MakeUint128(remainder, word);
  std::uint64_t quotient = High64(estimate) + 1;
  std::uint64_t rest = word - quotient * by.divisor;
  if (rest > Low64(estimate)) {
    --quotient;
    rest += by.divisor;
  }
  if (rest >= by.divisor) {
    ++quotient;
    rest -= by.divisor;
  }
  remainder = rest;
  return quotient;
}

// The bits that a left shift by `shift` moves out of `word`. A shift by 64 is not defined.
constexpr std::uint64_t ShiftedOut(std::uint64_t word, int shift) {
  return (word >> 1) >> (63 - shift);
}

Discarded Classify(std::uint64_t remainder, std::uint64_t half) {
  if (remainder == half) return Discarded::Half;
  return remainder > half ? Discarded::AboveHalf : Discarded::BelowHalf;
}

}  // namespace

Uint192 Uint192::Product(Uint128 a, Uint128 b) {
  const Uint128 low = Uint128{Low64(a)} * Low64(b);
  const Uint128 cross_a = Uint128{High64(a)} * Low64(b);
  const Uint128 cross_b = Uint128{Low64(a)} * High64(b);
  const Uint128 middle = Uint128{High64(low)} + Low64(cross_a) + Low64(cross_b);
  Uint192 product;
  product.words = {Low64(low), Low64(middle),
                   High64(middle) + High64(cross_a) + High64(cross_b) + High64(a) * High64(b)};
  return product;
}

int Uint192::BitLength() const {
  for (int i = 2; i >= 0; --i) {
    const std::uint64_t word = words[static_cast<std::size_t>(i)];
    if (word != 0) return 64 * i + 64 - std::countl_zero(word);
  }
  return 0;
}

Uint192& Uint192::operator+=(const Uint192& other) {
  const Uint128 low = Uint128{words[0]} + other.words[0];
  const Uint128 middle = Uint128{words[1]} + other.words[1] + High64(low);
  words = {Low64(low), Low64(middle), words[2] + other.words[2] + High64(middle)};
  return *this;
}

Uint192& Uint192::operator-=(const Uint192& other) {
  const Uint128 low = Low128();
  const Uint128 subtrahend = other.Low128();
  const Uint128 difference = low - subtrahend;
  words = {Low64(difference), High64(difference),
           words[2] - other.words[2] - (low < subtrahend ? 1U : 0U)};
  return *this;
}

bool Uint192::operator<(const Uint192& other) const {
  return words[2] != other.words[2] ? words[2] < other.words[2] : Low128() < other.Low128();
}

std::uint64_t Uint192::DivideByWordPower(int digits) {
  const Reciprocal& by = kReciprocals[static_cast<std::size_t>(digits)];
  std::uint64_t remainder = ShiftedOut(words[2], by.shift);
  const std::uint64_t top = (words[2] << by.shift) | ShiftedOut(words[1], by.shift);
  const std::uint64_t middle = (words[1] << by.shift) | ShiftedOut(words[0], by.shift);
  const std::uint64_t bottom = words[0] << by.shift;
  if ((remainder | top) == 0) {
    words[2] = 0;
  } else {
    words[2] = DivideStep(remainder, top, by);
  }
  words[1] = DivideStep(remainder, middle, by);
  words[0] = DivideStep(remainder, bottom, by);
  return remainder >> by.shift;
}

Discarded Uint192::DivideByPowerOfTen(int digits) {
  if (digits == 0) return Discarded::Nothing;
  bool sticky = false;
  if (digits > kMaxWordPower) {
    sticky = DivideByWordPower(digits - kMaxWordPower) != 0;
    digits = kMaxWordPower;
  }
  const std::uint64_t remainder = DivideByWordPower(digits);
  if (remainder == 0) return sticky ? Discarded::BelowHalf : Discarded::Nothing;
  const Discarded discarded = Classify(remainder, PowerOfTen(digits) / 2);
  return discarded == Discarded::Half && sticky ? Discarded::AboveHalf : discarded;
}

WideQuotient DivideScaled(Uint128 remainder, std::uint64_t factor, Uint128 divisor) {
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
  const Uint128 upper =
      MakeUint128((dividend.words[2] << (64 - shift)) | (dividend.words[1] >> shift),
                  (dividend.words[1] << (64 - shift)) | (dividend.words[0] >> shift));
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
