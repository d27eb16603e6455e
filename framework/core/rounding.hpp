// The roundings that LEAN applies before it shows or stores a number (Common/Extensions.cs).
#pragma once

#include "framework/core/decimal.hpp"

namespace regimen {

// The same value without trailing zeros after the point.
inline Decimal Normalize(Decimal value) { return value.Normalize(); }

// Rounds half to even to `digits` significant digits, 1..28. The scale is that of the arithmetic
// behind it: 10^n, n the number of whole digits, times the rounded quotient, so trailing zeros may
// stay. Zero gives 0 with scale 0. Throws ArgumentError on other digits.
Decimal RoundToSignificantDigits(Decimal value, int digits);

// Chart points and order prices: without trailing zeros; above 1000 to 4 places, everything else
// (also every negative number) to 7 significant digits. Idempotent.
Decimal SmartRounding(Decimal value);

}  // namespace regimen
