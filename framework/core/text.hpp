// Numbers as .NET's invariant culture writes them.
#pragma once

#include <string>

#include "framework/core/decimal.hpp"

namespace regimen {

// The fewest digits that read back as the same double. Plain from 1e-4 up to the larger of 17 and
// the number of digits, otherwise 1.5E-05, 1E+17; -0; NaN, Infinity, -Infinity.
std::string ToText(double value);

// "N2" for 2 digits: 1,234,567.89. Rounded half away from zero; zero has no sign.
std::string GroupedFixed(Decimal value, int digits);

}  // namespace regimen
