// How the lines of a loop trace are written (loop-traces/README.md has the format).
#pragma once

#include <string>

#include "framework/algorithm.hpp"

namespace regimen::parity {

// The digits without trailing zeros.
std::string Number(Decimal value);
// yyyyMMddHHmmss, with .fffffff only where there is a part of a second.
std::string Stamp(DateTime time);
// Any point of a slice: kind, ticker, times and values, " F" behind a fill-forward copy.
std::string Point(const BaseData& point);

}  // namespace regimen::parity
