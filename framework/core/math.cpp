#include "framework/core/math.hpp"

#include <string>

#include "framework/core/error.hpp"
#include "framework/core/power_of_ten.hpp"

namespace regimen::Math {

namespace {

constexpr int kMaxRoundingDigits = 15;
// From here on neighbouring doubles are 2 apart: there is nothing to round.
constexpr double kRoundingLimit = 1e16;

}  // namespace

// Half to even is the default rounding mode, which nothing here changes.
double Round(double value) { return std::nearbyint(value); }

double Round(double value, int digits) {
  if (digits < 0 || digits > kMaxRoundingDigits) {
    throw ArgumentError("expected 0 to 15 digits to round a double to, got " +
                        std::to_string(digits));
  }
  if (!(std::abs(value) < kRoundingLimit)) return value;
  const auto power = static_cast<double>(detail::PowerOfTen(digits));
  return Round(value * power) / power;
}

double Min(double a, double b) {
  if (std::isnan(a)) return a;
  return b < a || std::isnan(b) || (a == b && std::signbit(b)) ? b : a;
}

double Max(double a, double b) {
  if (std::isnan(a)) return a;
  return a < b || std::isnan(b) || (a == b && std::signbit(a)) ? b : a;
}

int Sign(double value) {
  if (std::isnan(value)) throw ArgumentError("expected a number to take the sign of, got NaN");
  return value == 0 ? 0 : (value < 0 ? -1 : 1);
}

}  // namespace regimen::Math
