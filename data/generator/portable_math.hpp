// exp and log whose result is the same on every machine and with every C library.
//
// The results of std::exp and std::log differ between libraries in the last bit; generated files
// must not. These use +, -, *, / alone, which IEEE 754 rounds in one way only (the build forbids
// fused multiply-add). Accuracy: relative error below 1e-15. Pure functions, safe to call at once.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace regimen::generator {

// ln 2 in two parts: the first ends in zero bits, so that its product with a small integer is
// exact.
// NOLINTNEXTLINE(modernize-use-std-numbers): not ln 2 but its first 32 bits.
inline constexpr double kLn2High = 0x1.62e42fee00000p-1;
inline constexpr double kLn2Low = 0x1.a39ef35793c76p-33;

// Requires -700 <= x <= 700. Reduces to |r| <= ln(2)/2 and sums r^n/n! up to n = 14.
inline double Exp(double x) {
  const double k = std::floor(x * std::numbers::log2e + 0.5);
  const double r = (x - k * kLn2High) - k * kLn2Low;
  double sum = 1.0;
  for (int n = 14; n >= 1; --n) sum = 1.0 + sum * r / n;
  const auto exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(k) + 1023);
  return sum * std::bit_cast<double>(exponent << 52);
}

// Requires a normal x > 0. Splits x = 2^k * m with sqrt(1/2) < m <= sqrt(2) and sums
// ln m = 2 (s + s^3/3 + s^5/5 + ...) with s = (m - 1)/(m + 1), |s| < 0.172.
inline double Log(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  auto k = static_cast<double>(static_cast<std::int64_t>(bits >> 52) - 1023);
  auto m = std::bit_cast<double>((bits & 0xfffffffffffffULL) | 0x3ff0000000000000ULL);
  if (m > std::numbers::sqrt2) {
    m *= 0.5;
    k += 1.0;
  }
  const double s = (m - 1.0) / (m + 1.0);
  const double square = s * s;
  double sum = 0.0;
  for (int n = 21; n >= 3; n -= 2) sum = (sum + 1.0 / n) * square;
  return k * kLn2High + (2.0 * (s + s * sum) + k * kLn2Low);
}

}  // namespace regimen::generator
