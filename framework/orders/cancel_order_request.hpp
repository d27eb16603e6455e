#pragma once

#include <optional>
#include <string>
#include <utility>

#include "framework/orders/order_request.hpp"

namespace regimen {

// The request to cancel an order (LEAN's CancelOrderRequest). Without a tag the order keeps its
// own.
class CancelOrderRequest : public OrderRequest {
 public:
  CancelOrderRequest(DateTime time, int order_id, std::optional<std::string> tag)
      : OrderRequest(regimen::OrderRequestType::Cancel, time, order_id, std::move(tag)) {}
};

}  // namespace regimen
