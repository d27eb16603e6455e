#include "framework/core/rounding.hpp"

#include <cmath>
#include <string>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"

namespace regimen {

Decimal RoundToSignificantDigits(Decimal value, int digits) {
  if (digits < 1 || digits > Decimal::kMaxScale) {
    throw ArgumentError("expected 1 to 28 significant digits, got " + std::to_string(digits));
  }
  if (value.IsZero()) return {};
  // The magnitude comes from floating point, as in LEAN; powers of ten this small are exact.
  const double whole_digits = std::floor(std::log10(Math::Abs(value).ToDouble())) + 1;
  // 10^29 is no decimal (LEAN overflows here): a number of 29 whole digits stays as it is.
  if (whole_digits > Decimal::kMaxScale) return value;
  const Decimal scale = std::pow(10.0, whole_digits);
  return scale * Math::Round(value / scale, digits);
}

Decimal SmartRounding(Decimal value) {
  constexpr int kPlaces = 4;
  constexpr int kSignificantDigits = 7;
  const Decimal normalized = value.Normalize();
  if (normalized > 1000) return Math::Round(normalized, kPlaces);
  return RoundToSignificantDigits(normalized, kSignificantDigits).Normalize();
}

}  // namespace regimen
