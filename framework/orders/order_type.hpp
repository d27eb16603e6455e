#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

// What kind of order it is; the numbers stand in LEAN's result files.
enum class OrderType : std::int8_t {
  Market = 0,
  Limit = 1,
  StopMarket = 2,
  StopLimit = 3,
  MarketOnOpen = 4,
  MarketOnClose = 5,
  OptionExercise = 6,
  LimitIfTouched = 7,
  ComboMarket = 8,
  ComboLimit = 9,
  ComboLegLimit = 10,
  TrailingStop = 11,
};

// Returns the enumerator's name, as LEAN prints it.
std::string_view ToText(OrderType value);

// Whether orders of this type have a limit price of their own.
constexpr bool IsLimitOrder(OrderType type) {
  return type == OrderType::Limit || type == OrderType::StopLimit ||
         type == OrderType::LimitIfTouched;
}
// Whether orders of this type have a stop price.
constexpr bool IsStopOrder(OrderType type) {
  return type == OrderType::StopMarket || type == OrderType::StopLimit ||
         type == OrderType::TrailingStop;
}
// Whether the order is one leg of a group that fills together.
constexpr bool IsComboOrder(OrderType type) {
  return type == OrderType::ComboMarket || type == OrderType::ComboLimit ||
         type == OrderType::ComboLegLimit;
}

}  // namespace regimen
