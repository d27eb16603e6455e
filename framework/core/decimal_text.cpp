// Decimal to and from text.
#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>

#include "framework/core/decimal.hpp"
#include "framework/core/error.hpp"
#include "framework/core/uint192.hpp"

namespace regimen {

using detail::Uint128;

namespace {

// The digits of a coefficient, without leading zeros; "" for zero.
std::string CoefficientDigits(Uint128 coefficient) {
  std::array<char, 40> buffer{};
  auto* const end = buffer.data() + buffer.size();
  auto* first = end;
  while (coefficient != 0) {
    const Uint128 rest = coefficient / detail::PowerOfTen(detail::kMaxWordPower);
    auto word = detail::Low64(coefficient - rest * detail::PowerOfTen(detail::kMaxWordPower));
    for (int i = 0; i < detail::kMaxWordPower && (rest != 0 || word != 0); ++i) {
      *--first = static_cast<char>('0' + word % 10);
      word /= 10;
    }
    coefficient = rest;
  }
  return {first, end};
}

// Reads one number of the grammar in the header, digit by digit.
class DecimalReader {
 public:
  enum class Outcome { Read, Malformed, OutOfRange };

  explicit DecimalReader(std::string_view text) : rest_(text) {}

  Outcome Read() {
    negative_ = TakeSign();
    ReadDigits();
    if (!any_digit_ || !ReadExponent() || !rest_.empty()) return Outcome::Malformed;
    return Scale();
  }

  Decimal Value() const {
    return Decimal::FromParts(detail::Low64(coefficient_),
                              static_cast<std::uint32_t>(detail::High64(coefficient_)), negative_,
                              static_cast<std::uint8_t>(scale_));
  }

 private:
  static constexpr Uint128 kMaxCoefficient = (Uint128{1} << 96) - 1;

  bool TakeSign() {
    if (rest_.empty() || (rest_.front() != '-' && rest_.front() != '+')) return false;
    const bool negative = rest_.front() == '-';
    rest_.remove_prefix(1);
    return negative;
  }

  void ReadDigits() {
    bool fraction = false;
    for (; !rest_.empty(); rest_.remove_prefix(1)) {
      const char next = rest_.front();
      if (next == '.' && !fraction) {
        fraction = true;
      } else if (next >= '0' && next <= '9') {
        any_digit_ = true;
        Append(static_cast<unsigned>(next - '0'), fraction);
      } else {
        return;
      }
    }
  }

  void Append(unsigned digit, bool fraction) {
    const Uint128 longer = coefficient_ * 10 + Uint128{digit};
    if (dropped_ == 0 && longer <= kMaxCoefficient) {
      coefficient_ = longer;
      if (fraction) ++scale_;
      return;
    }
    if (dropped_++ == 0) {
      first_dropped_ = digit;
    } else if (digit != 0) {
      more_dropped_ = true;
    }
    if (!fraction) --scale_;
  }

  bool ReadExponent() {
    if (rest_.empty() || (rest_.front() != 'e' && rest_.front() != 'E')) return true;
    rest_.remove_prefix(1);
    if (!rest_.empty() && rest_.front() == '+') {
      rest_.remove_prefix(1);
      if (!rest_.empty() && rest_.front() == '-') return false;
    }
    int exponent = 0;
    const auto* const end = rest_.data() + rest_.size();
    // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): `end` bounds it.
    const auto [stop, error] = std::from_chars(rest_.data(), end, exponent);
    if (error != std::errc()) return false;
    rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
    scale_ -= std::clamp(exponent, -kFarExponent, kFarExponent);
    return true;
  }

  // Brings the scale into 0..28.
  Outcome Scale() {
    if (scale_ > Decimal::kMaxScale) return DropDigits(scale_ - Decimal::kMaxScale);
    if (first_dropped_ > 5 || (first_dropped_ == 5 && (more_dropped_ || (coefficient_ & 1) != 0))) {
      ++coefficient_;
    }
    if (coefficient_ > kMaxCoefficient) {
      if (scale_ == 0) return Outcome::OutOfRange;
      coefficient_ = (coefficient_ + 5) / 10;
      --scale_;
    }
    if (scale_ >= 0) return Outcome::Read;
    return RaiseToWhole();
  }

  Outcome DropDigits(int digits) {
    // Beyond 10^30 nothing is left of 96 bits.
    constexpr int kAll = 38;
    const auto [quotient, discarded] =
        detail::DivideByPowerOfTen(detail::Uint192(coefficient_), std::min(digits, kAll));
    const bool sticky = first_dropped_ != 0 || more_dropped_;
    coefficient_ = quotient.Low128();
    const bool odd = (coefficient_ & 1) != 0;
    if (discarded.RoundsToEven(odd || (sticky && discarded.half_order == 0))) ++coefficient_;
    scale_ = Decimal::kMaxScale;
    return Outcome::Read;
  }

  Outcome RaiseToWhole() {
    const int digits = -scale_;
    scale_ = 0;
    if (coefficient_ == 0) return Outcome::Read;
    if (digits > Decimal::kMaxScale) return Outcome::OutOfRange;
    const auto whole = detail::Uint192::Product(coefficient_, detail::WidePowerOfTen(digits));
    if (!whole.FitsCoefficient()) return Outcome::OutOfRange;
    coefficient_ = whole.Low128();
    return Outcome::Read;
  }

  static constexpr int kFarExponent = 1'000'000;

  std::string_view rest_;
  bool negative_ = false;
  bool any_digit_ = false;
  Uint128 coefficient_ = 0;
  int scale_ = 0;
  int dropped_ = 0;
  unsigned first_dropped_ = 0;
  bool more_dropped_ = false;
};

}  // namespace

Decimal Decimal::Parse(std::string_view text) {
  DecimalReader reader(text);
  switch (reader.Read()) {
    case DecimalReader::Outcome::Read:
      return reader.Value();
    case DecimalReader::Outcome::Malformed:
      throw ArgumentError("expected a decimal number such as -12.50, got '" + std::string(text) +
                          "'");
    case DecimalReader::Outcome::OutOfRange:
      break;
  }
  throw OverflowError("'" + std::string(text) +
                      "' is out of a decimal's range: at most 79228162514264337593543950335");
}

std::optional<Decimal> Decimal::TryParse(std::string_view text) {
  DecimalReader reader(text);
  if (reader.Read() != DecimalReader::Outcome::Read) return std::nullopt;
  return reader.Value();
}

std::string Decimal::ToString() const {
  std::string text = CoefficientDigits(Coefficient());
  const bool signed_text = IsNegative() && !text.empty();
  const auto places = static_cast<std::size_t>(Scale());
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places != 0) text.insert(text.size() - places, 1, '.');
  if (signed_text) text.insert(0, 1, '-');
  return text;
}

std::string Decimal::ToFixed(int digits) const {
  if (digits < 0) {
    throw ArgumentError("expected 0 or more digits after the point, got " + std::to_string(digits));
  }
  const Decimal rounded = Round(std::min(digits, kMaxScale), MidpointRounding::AwayFromZero);
  std::string text = rounded.ToString();
  if (digits == 0) return text;
  if (rounded.Scale() == 0) text += '.';
  text.append(static_cast<std::size_t>(digits - rounded.Scale()), '0');
  return text;
}

std::ostream& operator<<(std::ostream& stream, Decimal value) { return stream << value.ToString(); }

}  // namespace regimen
