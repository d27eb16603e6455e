#pragma once

#include <string>

#include "framework/orders/cash_amount.hpp"

namespace regimen {

// What the broker takes for an order (LEAN's OrderFee). The default is LEAN's OrderFee.Zero: no fee
// in no currency.
class OrderFee {
 public:
  OrderFee() = default;
  explicit OrderFee(const CashAmount& value)
      : value_(value.Amount().Normalize(), value.Currency()) {}

  const CashAmount& Value() const { return value_; }
  // "1 USD"
  std::string ToString() const { return value_.Amount().ToString() + " " + value_.Currency(); }

  friend bool operator==(const OrderFee&, const OrderFee&) = default;

 private:
  CashAmount value_;
};

}  // namespace regimen
