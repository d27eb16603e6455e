#pragma once

#include <string>
#include <string_view>

namespace regimen {

// Returns the sign a currency is written with ("$" for USD), or the code itself when it has none.
// Source: LEAN Common/Currencies.cs, as listed in its result texts.
std::string CurrencySymbol(std::string_view currency);

}  // namespace regimen
