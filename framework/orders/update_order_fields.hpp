#pragma once

#include <optional>
#include <string>

#include "framework/core/decimal.hpp"

namespace regimen {

// What to change of an order; what is null stays as it is. ticket.Update({.LimitPrice = 100})
struct UpdateOrderFields {
  std::optional<Decimal> Quantity = {};
  std::optional<Decimal> LimitPrice = {};
  std::optional<Decimal> StopPrice = {};
  std::optional<Decimal> TriggerPrice = {};
  std::optional<Decimal> TrailingAmount = {};
  std::optional<std::string> Tag = {};
};

}  // namespace regimen
