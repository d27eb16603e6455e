#include "framework/securities/fee_model.hpp"

#include "framework/orders/order.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

CashAmount GetMarketOrderFees(const Security& security, Decimal quantity, DateTime utc_time) {
  const Order order = Order::Market(security.GetSymbol(), quantity, utc_time);
  return security.FeeModel().GetOrderFee({security, order}).Value();
}

}  // namespace regimen
