#pragma once

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/orders/order_fee.hpp"
#include "framework/securities/order_fee_parameters.hpp"

namespace regimen {

// What the broker charges for an order (LEAN's FeeModel): override GetOrderFee. The fee is taken
// once, when the order is completely filled. This base charges nothing.
class FeeModel {
 public:
  FeeModel() = default;
  virtual ~FeeModel() = default;
  FeeModel(const FeeModel&) = delete;
  FeeModel& operator=(const FeeModel&) = delete;

  virtual OrderFee GetOrderFee(const OrderFeeParameters& /*parameters*/) {
    return OrderFee(CashAmount(0, "USD"));
  }
};

// The fee of a market order of `quantity` shares now.
CashAmount GetMarketOrderFees(const Security& security, Decimal quantity, DateTime utc_time);

}  // namespace regimen
