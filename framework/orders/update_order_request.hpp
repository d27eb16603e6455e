#pragma once

#include <optional>
#include <utility>

#include "framework/orders/order_request.hpp"
#include "framework/orders/update_order_fields.hpp"

namespace regimen {

// The request to change an order (LEAN's UpdateOrderRequest).
class UpdateOrderRequest : public OrderRequest {
 public:
  UpdateOrderRequest(DateTime time, int order_id, UpdateOrderFields fields)
      : OrderRequest(regimen::OrderRequestType::Update, time, order_id, fields.Tag),
        fields_(std::move(fields)) {}

  std::optional<Decimal> Quantity() const { return fields_.Quantity; }
  std::optional<Decimal> LimitPrice() const { return fields_.LimitPrice; }
  std::optional<Decimal> StopPrice() const { return fields_.StopPrice; }
  std::optional<Decimal> TriggerPrice() const { return fields_.TriggerPrice; }
  std::optional<Decimal> TrailingAmount() const { return fields_.TrailingAmount; }

  // A closed order may still get another tag.
  bool IsAllowedForClosedOrder() const {
    return !fields_.Quantity && !fields_.LimitPrice && !fields_.StopPrice &&
           !fields_.TriggerPrice && !fields_.TrailingAmount;
  }

 private:
  UpdateOrderFields fields_;
};

}  // namespace regimen
