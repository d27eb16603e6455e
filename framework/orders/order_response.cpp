#include "framework/orders/order_response.hpp"

#include <utility>

namespace regimen {

OrderResponse::OrderResponse(int order_id, OrderResponseErrorCode error_code,
                             std::string error_message)
    : order_id_(order_id),
      error_code_(error_code),
      processed_(true),
      error_message_(std::move(error_message)) {}

OrderResponse OrderResponse::Success(int order_id) {
  return {order_id, OrderResponseErrorCode::None, {}};
}

OrderResponse OrderResponse::Error(int order_id, OrderResponseErrorCode error_code,
                                   std::string error_message) {
  return {order_id, error_code, std::move(error_message)};
}

std::string OrderResponse::ToString() const {
  if (!processed_) return "Unprocessed";
  if (!IsError()) return "Success";
  return "Error: " + std::string(ToText(error_code_)) + " - " + error_message_;
}

}  // namespace regimen
