// C#'s Math over decimals, doubles and integers.
#pragma once

#include <cmath>
#include <concepts>
#include <type_traits>

#include "framework/core/decimal.hpp"
#include "framework/core/midpoint_rounding.hpp"

// The namespace has the name of C#'s class, so that Math::Round(x, 2) reads as Math.Round(x, 2).
// Decimals keep the scale rules of Decimal; integers stay integers; everything else is double.
namespace regimen::Math {

template <typename T>
concept Integer = std::integral<T> && !std::same_as<T, bool>;

// To the nearest, a midpoint to the even neighbour. Decimals: 0..28 digits, doubles: 0..15, else
// ArgumentError. A decimal is never padded: Round(1.5, 3) is 1.5.
inline Decimal Round(Decimal value) { return value.Round(0, MidpointRounding::ToEven); }
inline Decimal Round(Decimal value, int digits) {
  return value.Round(digits, MidpointRounding::ToEven);
}
inline Decimal Round(Decimal value, int digits, MidpointRounding mode) {
  return value.Round(digits, mode);
}
inline Decimal Round(Decimal value, MidpointRounding mode) { return value.Round(0, mode); }
double Round(double value);
// Scaled by 10^digits, rounded and scaled back in floating point; 1e16 and above is returned as is.
double Round(double value, int digits);

inline Decimal Floor(Decimal value) { return value.Round(0, MidpointRounding::ToNegativeInfinity); }
inline Decimal Ceiling(Decimal value) {
  return value.Round(0, MidpointRounding::ToPositiveInfinity);
}
inline Decimal Truncate(Decimal value) { return value.Round(0, MidpointRounding::ToZero); }
inline double Floor(double value) { return std::floor(value); }
inline double Ceiling(double value) { return std::ceil(value); }
inline double Truncate(double value) { return std::trunc(value); }

inline Decimal Abs(Decimal value) { return value.IsNegative() ? -value : value; }
inline double Abs(double value) { return std::abs(value); }
template <Integer T>
constexpr T Abs(T value) {
  return value < T{} ? static_cast<T>(T{} - value) : value;
}

// Of equal decimals Min returns the second and Max the first, as .NET; it shows in the scale.
inline Decimal Min(Decimal a, Decimal b) { return a < b ? a : b; }
inline Decimal Max(Decimal a, Decimal b) { return a < b ? b : a; }
// NaN if either is NaN.
double Min(double a, double b);
double Max(double a, double b);
template <Integer A, Integer B>
constexpr std::common_type_t<A, B> Min(A a, B b) {
  using Common = std::common_type_t<A, B>;
  return static_cast<Common>(b) < static_cast<Common>(a) ? static_cast<Common>(b)
                                                         : static_cast<Common>(a);
}
template <Integer A, Integer B>
constexpr std::common_type_t<A, B> Max(A a, B b) {
  using Common = std::common_type_t<A, B>;
  return static_cast<Common>(a) < static_cast<Common>(b) ? static_cast<Common>(b)
                                                         : static_cast<Common>(a);
}

// -1, 0 or 1. Throws ArgumentError on NaN.
inline int Sign(Decimal value) { return value.Sign(); }
int Sign(double value);
template <Integer T>
constexpr int Sign(T value) {
  return value == T{} ? 0 : (value < T{} ? -1 : 1);
}

inline double Pow(double base, double exponent) { return std::pow(base, exponent); }
inline double Sqrt(double value) { return std::sqrt(value); }
inline double Exp(double value) { return std::exp(value); }
inline double Log(double value) { return std::log(value); }
inline double Log10(double value) { return std::log10(value); }

}  // namespace regimen::Math
