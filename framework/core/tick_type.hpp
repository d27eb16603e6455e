// What a data point says: a trade, a quote or open interest. The order is a sort key of slices.
#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

enum class TickType : std::uint8_t { Trade, Quote, OpenInterest };

// Returns the enumerator's name as LEAN writes it.
std::string_view ToText(TickType value);

}  // namespace regimen
