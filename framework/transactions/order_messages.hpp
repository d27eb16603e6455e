#pragma once

#include <span>
#include <string>

#include "framework/orders/order_request_type.hpp"
#include "framework/orders/order_response.hpp"
#include "framework/securities/fill_model_parameters.hpp"

namespace regimen {

class Order;
class OrderRequest;

// LEAN's texts about orders that are used in more than one place.

// An order that is New or closed cannot be changed or cancelled.
OrderResponse RefusedForStatus(const Order& order);
std::string CancelNotAllowedMessage();
std::string WarmingUpMessage(OrderRequestType type);
std::string ZeroQuantityMessage(const OrderRequest& request);
std::string UnableToFindOrderMessage(int order_id);
// "Order Error: ids: [..], Insufficient buying power to complete orders (Value:[..]), Reason: .."
std::string InsufficientBuyingPowerMessage(std::span<const OrderAndSecurity> orders,
                                           const std::string& reason);
// "1,2" for a group of two.
std::string OrderIdsText(std::span<const OrderAndSecurity> orders);

}  // namespace regimen
