#pragma once

#include <cstdint>
#include <string_view>

#include "framework/core/decimal.hpp"

namespace regimen {

// The side of an order: the sign of its quantity.
enum class OrderDirection : std::int8_t {
  Buy = 0,
  Sell = 1,
  Hold = 2,
};

// Returns the enumerator's name, as LEAN prints it.
std::string_view ToText(OrderDirection value);

inline OrderDirection DirectionOf(Decimal quantity) {
  const int sign = quantity.Sign();
  return sign > 0 ? OrderDirection::Buy : sign < 0 ? OrderDirection::Sell : OrderDirection::Hold;
}

}  // namespace regimen
