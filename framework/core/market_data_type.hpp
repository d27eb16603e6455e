// Kind of a data point.
#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

enum class MarketDataType : std::uint8_t {
  Base,
  TradeBar,
  Tick,
  Auxiliary,
  QuoteBar,
  OptionChain,
  FuturesChain
};

// Returns the enumerator's name as LEAN writes it.
std::string_view ToText(MarketDataType value);

}  // namespace regimen
