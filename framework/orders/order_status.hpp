#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

// Where an order is in its life; the numbers stand in LEAN's result files (4 was never used).
enum class OrderStatus : std::int8_t {
  New = 0,
  Submitted = 1,
  PartiallyFilled = 2,
  Filled = 3,
  Canceled = 5,
  None = 6,
  Invalid = 7,
  CancelPending = 8,
  UpdateSubmitted = 9,
};

// Returns the enumerator's name, as LEAN prints it.
std::string_view ToText(OrderStatus value);

// A closed order can no longer fill.
constexpr bool IsClosed(OrderStatus status) {
  return status == OrderStatus::Filled || status == OrderStatus::Canceled ||
         status == OrderStatus::Invalid;
}
constexpr bool IsOpen(OrderStatus status) { return !IsClosed(status); }
constexpr bool IsFill(OrderStatus status) {
  return status == OrderStatus::Filled || status == OrderStatus::PartiallyFilled;
}

}  // namespace regimen
