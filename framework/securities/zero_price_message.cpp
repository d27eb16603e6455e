#include "framework/securities/zero_price_message.hpp"

#include "framework/core/symbol.hpp"

namespace regimen {

std::string ZeroPriceMessage(const Symbol& symbol) {
  return symbol.Value() +
         ": The security does not have an accurate price as it has not yet received a bar of data. "
         "Before placing a trade (or using SetHoldings) warm up your algorithm with SetWarmup, or "
         "use slice.Contains(symbol) to confirm the Slice object has price before using the data. "
         "Data does not necessarily all arrive at the same time so your algorithm should confirm "
         "the data is ready before using it. In live trading this can mean you do not have an "
         "active subscription to the asset class you're trying to trade. If using custom data make "
         "sure you've set the 'Value' property.";
}

}  // namespace regimen
