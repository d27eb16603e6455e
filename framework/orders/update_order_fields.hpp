#pragma once

#include <optional>
#include <string>

#include "framework/core/decimal.hpp"

namespace regimen {

// What to change of an order; what is null stays as it is. ticket.Update({.LimitPrice = 100})
struct UpdateOrderFields {
  std::optional<Decimal> Quantity = std::nullopt;
  std::optional<Decimal> LimitPrice = std::nullopt;
  std::optional<Decimal> StopPrice = std::nullopt;
  std::optional<Decimal> TriggerPrice = std::nullopt;
  std::optional<Decimal> TrailingAmount = std::nullopt;
  std::optional<std::string> Tag = std::nullopt;
};

}  // namespace regimen
