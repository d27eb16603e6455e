#pragma once

#include <string>

#include "framework/orders/order_response_error_code.hpp"

namespace regimen {

// The answer to an order request (LEAN's OrderResponse). A value; the default is "not yet
// processed".
class OrderResponse {
 public:
  OrderResponse() = default;
  static OrderResponse Success(int order_id);
  // Requires: error_code is not None.
  static OrderResponse Error(int order_id, OrderResponseErrorCode error_code,
                             std::string error_message);

  int OrderId() const { return order_id_; }
  // Empty unless IsError.
  const std::string& ErrorMessage() const { return error_message_; }
  OrderResponseErrorCode ErrorCode() const { return error_code_; }
  bool IsProcessed() const { return processed_; }
  bool IsError() const { return error_code_ != OrderResponseErrorCode::None; }
  bool IsSuccess() const { return processed_ && !IsError(); }
  // "Success", "Unprocessed" or "Error: CODE - message".
  std::string ToString() const;

 private:
  OrderResponse(int order_id, OrderResponseErrorCode error_code, std::string error_message);

  int order_id_ = 0;
  OrderResponseErrorCode error_code_ = OrderResponseErrorCode::None;
  bool processed_ = false;
  std::string error_message_;
};

}  // namespace regimen
