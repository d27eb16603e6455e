#include "framework/transactions/order_messages.hpp"

#include <algorithm>
#include <cctype>

#include "framework/core/rounding.hpp"
#include "framework/orders/order.hpp"
#include "framework/orders/order_request.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

OrderResponse RefusedForStatus(const Order& order) {
  const std::string id = std::to_string(order.Id());
  if (order.Status() == OrderStatus::New) {
    return OrderResponse::Error(order.Id(), OrderResponseErrorCode::InvalidNewOrderStatus,
                                "Unable to update or cancel order with id " + id +
                                    " and status New because the submit confirmation has not been "
                                    "received yet.");
  }
  return OrderResponse::Error(order.Id(), OrderResponseErrorCode::InvalidOrderStatus,
                              "Unable to update order with id " + id + " because it already has " +
                                  std::string(ToText(order.Status())) + " status.");
}

std::string CancelNotAllowedMessage() {
  return "This operation is not allowed in Initialize or during warm up: CancelOpenOrders. Please "
         "move this code to the OnWarmupFinished() method.";
}

std::string WarmingUpMessage(OrderRequestType type) {
  return "This operation is not allowed in Initialize or during warm up: OrderRequest." +
         std::string(ToText(type)) + ". Please move this code to the OnWarmupFinished() method.";
}

std::string ZeroQuantityMessage(const OrderRequest& request) {
  std::string verb(ToText(request.OrderRequestType()));
  std::ranges::transform(verb, verb.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return "Unable to " + verb + " order with id " + std::to_string(request.OrderId()) +
         " that has zero quantity.";
}

std::string UnableToFindOrderMessage(int order_id) {
  return "Unable to locate order with id " + std::to_string(order_id) + ".";
}

std::string OrderIdsText(std::span<const OrderAndSecurity> orders) {
  std::string ids;
  for (const auto& [order, security] : orders) {
    ids += (ids.empty() ? "" : ",") + std::to_string(order.Id());
  }
  return ids;
}

std::string InsufficientBuyingPowerMessage(std::span<const OrderAndSecurity> orders,
                                           const std::string& reason) {
  std::string values;
  for (const auto& [order, security] : orders) {
    values += (values.empty() ? "" : ",") + SmartRounding(order.GetValue(security)).ToString();
  }
  return "Order Error: ids: [" + OrderIdsText(orders) +
         "], Insufficient buying power to complete orders (Value:[" + values +
         "]), Reason: " + reason + ".";
}

}  // namespace regimen
