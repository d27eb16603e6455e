#include "framework/core/decimal.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "framework/core/error.hpp"
#include "framework/core/uint192.hpp"

namespace regimen {

using detail::Discarded;
using detail::High64;
using detail::Low64;
using detail::PowerOfTen;
using detail::Uint128;
using detail::Uint192;
using detail::WidePowerOfTen;

namespace {

constexpr Uint128 kMaxCoefficient = (Uint128{1} << 96) - 1;

[[noreturn]] void ThrowOverflow() {
  throw OverflowError(
      "a decimal result is out of range: expected a magnitude of at most "
      "79228162514264337593543950335; check the operands' sizes");
}

[[noreturn]] void ThrowDivideByZero() {
  throw DivideByZeroError("a decimal was divided by zero; test the divisor with IsZero() first");
}

// Requires: coefficient < 2^96.
Decimal Make(Uint128 coefficient, int scale, bool negative) {
  return Decimal::FromParts(Low64(coefficient), static_cast<std::uint32_t>(High64(coefficient)),
                            negative, static_cast<std::uint8_t>(scale));
}

// Rounds value / 10^scale half to even to the most places, at most 28, whose coefficient fits.
Decimal Reduce(const Uint192& value, int scale, bool negative) {
  // value / 10^digits is below 2^96 if value / 2^96 is below 10^digits.
  int digits = std::max(scale - Decimal::kMaxScale, detail::DecimalDigits(value.Above96()));
  for (; digits <= scale; ++digits) {
    const auto [quotient, discarded] = detail::DivideByPowerOfTen(value, digits);
    Uint128 coefficient = quotient.Low128();
    coefficient += discarded.RoundsToEven((coefficient & 1) != 0) ? 1U : 0U;
    // Rounding up may have reached 2^96, which takes one digit more.
    if (coefficient <= kMaxCoefficient) return Make(coefficient, scale - digits, negative);
  }
  ThrowOverflow();
}

// Returns coefficient x 10^digits. Requires: 0 <= digits <= 28.
Uint192 Raised(Uint128 coefficient, int digits) {
  return Uint192::Product(coefficient, WidePowerOfTen(digits));
}

// kMostBefore[k] x 10^k is the last product that fits in 96 bits.
constexpr std::array<Uint128, Decimal::kMaxScale + 2> kMostBefore = [] {
  std::array<Uint128, Decimal::kMaxScale + 2> most{};
  for (int k = 0; k <= Decimal::kMaxScale + 1; ++k) {
    most[static_cast<std::size_t>(k)] = kMaxCoefficient / WidePowerOfTen(k);
  }
  return most;
}();

// The largest k with coefficient x 10^k < 2^96; 29 for zero.
int Headroom(Uint128 coefficient) {
  int digits = Decimal::kMaxScale + 1 - detail::DecimalDigits(coefficient);
  // A coefficient with n digits leaves room for 29 - n, or one less.
  if (coefficient > kMostBefore[static_cast<std::size_t>(digits)]) --digits;
  return digits;
}

// 2^32 leaves 1 when divided by 5, so the sum of the 32-bit words does for the whole.
bool IsMultipleOfTen(Uint128 coefficient) {
  const std::uint64_t low = Low64(coefficient);
  const std::uint64_t sum = (low >> 32) + (low & 0xffff'ffff) + High64(coefficient);
  return (low & 1) == 0 && sum % 5 == 0;
}

// Removes zeros at the end of the coefficient as far as the scale allows. At most 28 zeros: each
// step of the halving series is taken once or not at all.
void TrimZeros(Uint128& coefficient, int& scale) {
  if (!IsMultipleOfTen(coefficient)) return;
  for (const int digits : {16, 8, 4, 2, 1}) {
    const Uint128 low_bits = (Uint128{1} << digits) - 1;
    if (scale < digits || (coefficient & low_bits) != 0) continue;
    const auto [quotient, discarded] = detail::DivideByPowerOfTen(Uint192(coefficient), digits);
    if (discarded.any) continue;
    coefficient = quotient.Low128();
    scale -= digits;
  }
}

// What added to the half order of the discarded digits is above zero exactly if the quotient goes
// up. One comparison for all modes: a branch on the digits would be mispredicted half the time.
int RoundingBias(MidpointRounding mode, bool is_odd, bool is_negative, bool any_discarded) {
  constexpr int kAlways = 2;
  constexpr int kNever = -1;
  switch (mode) {
    case MidpointRounding::ToEven:
      return int{is_odd};
    case MidpointRounding::AwayFromZero:
      return 1;
    case MidpointRounding::ToZero:
      return kNever;
    case MidpointRounding::ToNegativeInfinity:
      return any_discarded && is_negative ? kAlways : kNever;
    case MidpointRounding::ToPositiveInfinity:
      return any_discarded && !is_negative ? kAlways : kNever;
  }
  return kNever;
}

}  // namespace

void Decimal::ThrowScale() {
  throw ArgumentError("a decimal has 0 to 28 places after the point; give a scale in that range");
}

// NOLINTNEXTLINE(readability-function-cognitive-complexity): short cuts before the wide arithmetic.
Decimal Decimal::SumUnlike(Decimal a, Decimal b) {
  const bool opposite = a.IsNegative() != b.IsNegative();
  // The coarse operand is raised to the scale of the fine one; the result is built on its sign.
  const auto [coarse, fine] = a.Scale() <= b.Scale() ? std::pair(a, b) : std::pair(b, a);
  const int digits = fine.Scale() - coarse.Scale();
  if (digits != 0 && coarse.IsZero()) return fine;
  const bool negative = coarse.IsNegative();
  if (digits == 0 || (coarse.High() == 0 && digits <= detail::kMaxWordPower)) {
    const Uint128 raised =
        coarse.Coefficient() * PowerOfTen(std::min(digits, detail::kMaxWordPower));
    const Uint128 other = fine.Coefficient();
    if (opposite) {
      const Uint128 difference = raised < other ? other - raised : raised - other;
      if (difference <= kMaxCoefficient) {
        return Make(difference, fine.Scale(), raised < other ? !negative : negative);
      }
    } else if (raised <= kMaxCoefficient && raised + other <= kMaxCoefficient) {
      return Make(raised + other, fine.Scale(), negative);
    }
  }
  Uint192 raised = Raised(coarse.Coefficient(), digits);
  Uint192 other(fine.Coefficient());
  if (!opposite) {
    raised += other;
    return Reduce(raised, fine.Scale(), negative);
  }
  if (raised < other) {
    other -= raised;
    return Reduce(other, fine.Scale(), !negative);
  }
  raised -= other;
  return Reduce(raised, fine.Scale(), negative);
}

Decimal Decimal::ProductWide(Decimal a, Decimal b) {
  const bool negative = a.IsNegative() != b.IsNegative();
  const int scale = a.Scale() + b.Scale();
  const bool both_words = a.Coefficient() <= kHighMask && b.Coefficient() <= kHighMask;
  // .NET takes another way for coefficients of 32 bits, and only that one keeps the scale of a
  // zero product; it also gives up early where every digit is certain to be lost.
  constexpr int kLostScale = kMaxScale + detail::kMaxWordPower;
  if (both_words && scale > kLostScale) return {};
  if (a.IsZero() || b.IsZero()) {
    return both_words ? Make(0, std::min(scale, kMaxScale), negative) : Decimal();
  }
  return Reduce(Uint192::Product(a.Coefficient(), b.Coefficient()), scale, negative);
}

// NOLINTNEXTLINE(readability-function-cognitive-complexity): short cuts before the wide arithmetic.
Decimal Decimal::Quotient(Decimal a, Decimal b) {
  if (b.IsZero()) ThrowDivideByZero();
  const Uint128 divisor = b.Coefficient();
  Uint128 quotient =
      (a.High() | b.High()) == 0 ? Uint128{a.low_ / b.low_} : a.Coefficient() / divisor;
  Uint128 remainder = a.Coefficient() - quotient * divisor;
  int scale = a.Scale() - b.Scale();
  const bool exact = remainder == 0;
  while (remainder != 0) {
    const int digits = std::min({kMaxScale - scale, Headroom(quotient), detail::kMaxWordPower});
    if (digits == 0) {
      const Uint128 rest = divisor - remainder;
      if (remainder > rest || (remainder == rest && (quotient & 1) != 0)) ++quotient;
      remainder = 0;
    } else {
      const auto step = detail::DivideScaled(remainder, PowerOfTen(digits), divisor);
      quotient = quotient * PowerOfTen(digits) + step.quotient;
      remainder = step.remainder;
      scale += digits;
    }
    if (quotient > kMaxCoefficient) {
      // One digit too many: it decides the rounding, with what is still undivided behind it.
      const auto last = static_cast<int>(quotient % 10);
      quotient /= 10;
      --scale;
      if (last > 5 || (last == 5 && (remainder != 0 || (quotient & 1) != 0))) ++quotient;
      remainder = 0;
    }
  }
  if (scale < 0) {
    const Uint192 whole = Raised(quotient, -scale);
    if (!whole.FitsCoefficient()) ThrowOverflow();
    quotient = whole.Low128();
    scale = 0;
  }
  if (!exact) TrimZeros(quotient, scale);
  return Make(quotient, scale, a.IsNegative() != b.IsNegative());
}

Decimal Decimal::Remainder(Decimal a, Decimal b) {
  if (b.IsZero()) ThrowDivideByZero();
  if (a.IsZero()) return a;
  const int scale = std::max(a.Scale(), b.Scale());
  const Uint192 divisor = Raised(b.Coefficient(), scale - b.Scale());
  const Uint192 dividend = Raised(a.Coefficient(), scale - a.Scale());
  if (dividend < divisor) return a;
  // The divisor is no larger than the dividend. If it was raised, the dividend was not, so it fits.
  const Uint128 by = divisor.Low128();
  Uint128 remainder = a.Coefficient() % by;
  for (int left = scale - a.Scale(); left > 0 && remainder != 0;) {
    const int digits = std::min(left, detail::kMaxWordPower);
    remainder = detail::DivideScaled(remainder, PowerOfTen(digits), by).remainder;
    left -= digits;
  }
  return Make(remainder, scale, a.IsNegative());
}

int Decimal::CompareUnlike(Decimal a, Decimal b) {
  const int sign = a.Sign();
  if (sign != b.Sign()) return sign < b.Sign() ? -1 : 1;
  const int digits = a.Scale() - b.Scale();
  if ((a.High() | b.High()) == 0 && std::abs(digits) <= detail::kMaxWordPower) {
    const Uint128 left = Uint128{a.low_} * PowerOfTen(std::max(0, -digits));
    const Uint128 right = Uint128{b.low_} * PowerOfTen(std::max(0, digits));
    if (left == right) return 0;
    return left < right ? -sign : sign;
  }
  const Uint192 left = Raised(a.Coefficient(), std::max(0, -digits));
  const Uint192 right = Raised(b.Coefficient(), std::max(0, digits));
  if (left < right) return -sign;
  return right < left ? sign : 0;
}

Decimal Decimal::Normalize() const {
  Uint128 coefficient = Coefficient();
  int scale = IsZero() ? 0 : Scale();
  TrimZeros(coefficient, scale);
  return Make(coefficient, scale, IsNegative());
}

Decimal Decimal::Round(int digits, MidpointRounding mode) const {
  if (digits < 0 || digits > kMaxScale) {
    throw ArgumentError("expected 0 to 28 digits to round a decimal to, got " +
                        std::to_string(digits));
  }
  const int excess = Scale() - digits;
  if (excess <= 0) return *this;
  const auto [quotient, discarded] = detail::DivideByPowerOfTen(Uint192(Coefficient()), excess);
  const bool is_odd = (quotient.words[0] & 1) != 0;
  const int bias = RoundingBias(mode, is_odd, IsNegative(), discarded.any);
  const unsigned carry = discarded.half_order + bias > 0 ? 1 : 0;
  return Make(quotient.Low128() + carry, digits, IsNegative());
}

std::size_t Decimal::Hash() const {
  if (IsZero()) return 0;
  const Decimal canonical = Normalize();
  const std::uint64_t mixed =
      (canonical.low_ ^ (canonical.rest_ * 0x9e37'79b9'7f4a'7c15U)) * 0xff51'afd7'ed55'8ccdU;
  return static_cast<std::size_t>(mixed ^ (mixed >> 32));
}

}  // namespace regimen
