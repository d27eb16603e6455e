// What kind of session a part of a trading day is.
#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

enum class MarketHoursState : std::uint8_t { Closed, PreMarket, Market, PostMarket };

// Returns the enumerator's name.
std::string_view ToText(MarketHoursState value);

}  // namespace regimen
