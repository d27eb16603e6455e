#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

// What an order request asks for.
enum class OrderRequestType : std::int8_t {
  Submit = 0,
  Update = 1,
  Cancel = 2,
};

// Returns the enumerator's name, as LEAN prints it.
std::string_view ToText(OrderRequestType value);

}  // namespace regimen
