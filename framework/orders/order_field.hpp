#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

// What OrderTicket::Get can be asked for.
enum class OrderField : std::int8_t {
  LimitPrice = 0,
  StopPrice = 1,
  TriggerPrice = 2,
  TrailingAmount = 3,
  TrailingAsPercentage = 4,
};

// Returns the enumerator's name, as LEAN prints it.
std::string_view ToText(OrderField value);

}  // namespace regimen
