#pragma once

#include <string>

namespace regimen {

class Symbol;

// The advice that LEAN gives when a security without a price is to be traded.
std::string ZeroPriceMessage(const Symbol& symbol);

}  // namespace regimen
