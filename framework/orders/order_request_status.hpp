#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

// How far an order request has come.
enum class OrderRequestStatus : std::int8_t {
  Unprocessed = 0,
  Processing = 1,
  Processed = 2,
  Error = 3,
};

// Returns the enumerator's name, as LEAN prints it.
std::string_view ToText(OrderRequestStatus value);

}  // namespace regimen
