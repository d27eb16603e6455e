#pragma once

#include <string>
#include <string_view>

#include "framework/core/decimal.hpp"

namespace regimen {

// How LEAN writes the amount of a trailing stop: "10.0%" (the scale of amount x 100 shows) or
// "$60". `currency` is a code, e.g. "USD".
std::string TrailingAmountText(Decimal amount, bool as_percentage, std::string_view currency);

}  // namespace regimen
