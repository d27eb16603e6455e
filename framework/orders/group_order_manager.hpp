#pragma once

#include <vector>

#include "framework/core/decimal.hpp"
#include "framework/orders/order_direction.hpp"

namespace regimen {

// What the legs of a combo order have in common (LEAN's GroupOrderManager).
//
// Shared by the legs' requests, orders and copies of orders: a change of the group's quantity or
// limit price is a change of every leg. Not thread-safe.
class GroupOrderManager {
 public:
  GroupOrderManager(int id, int leg_count, Decimal quantity, Decimal limit_price = Decimal())
      : id_(id), count_(leg_count), quantity_(quantity), limit_price_(limit_price) {}

  // Groups are numbered 1, 2, 3, ... in a run.
  int Id() const { return id_; }
  // Number of legs.
  int Count() const { return count_; }
  // How many units of the combo; negative when the combo is sold.
  Decimal Quantity() const { return quantity_; }
  void SetQuantity(Decimal quantity) { quantity_ = quantity; }
  Decimal AbsoluteQuantity() const { return quantity_.IsNegative() ? -quantity_ : quantity_; }
  OrderDirection Direction() const { return DirectionOf(quantity_); }
  // The net price of a ComboLimit order; 0 for the other types.
  Decimal LimitPrice() const { return limit_price_; }
  void SetLimitPrice(Decimal limit_price) { limit_price_ = limit_price; }
  // The legs' orders, in order of submission.
  const std::vector<int>& OrderIds() const { return order_ids_; }
  void AddOrderId(int order_id) { order_ids_.push_back(order_id); }

 private:
  int id_;
  int count_;
  Decimal quantity_;
  Decimal limit_price_;
  std::vector<int> order_ids_;
};

}  // namespace regimen
