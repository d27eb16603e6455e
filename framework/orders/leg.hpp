#pragma once

#include <optional>

#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"

namespace regimen {

// One leg of a combo order: its ratio to the group's quantity and, for leg-limit combos, its own
// limit.
struct Leg {
  regimen::Symbol Symbol;
  int Quantity = 0;
  std::optional<Decimal> OrderPrice;

  static Leg Create(const regimen::Symbol& symbol, int quantity,
                    std::optional<Decimal> order_price = {}) {
    return {symbol, quantity, order_price};
  }
};

}  // namespace regimen
