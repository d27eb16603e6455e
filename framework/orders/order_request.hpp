#pragma once

#include <optional>
#include <string>
#include <utility>

#include "framework/core/date_time.hpp"
#include "framework/orders/order_request_status.hpp"
#include "framework/orders/order_request_type.hpp"
#include "framework/orders/order_response.hpp"
#include "framework/orders/order_response_error_code.hpp"

namespace regimen {

// What the three kinds of order requests have in common (LEAN's OrderRequest): when they were made,
// for which order, and how far they have come. Times are UTC.
class OrderRequest {
 public:
  // The order id of a request that has reached no order.
  static constexpr int kNoOrder = static_cast<int>(OrderResponseErrorCode::UnableToFindOrder);

  regimen::OrderRequestType OrderRequestType() const { return type_; }
  OrderRequestStatus Status() const { return status_; }
  DateTime Time() const { return time_; }
  int OrderId() const { return order_id_; }
  // Null leaves the order's tag as it is.
  const std::optional<std::string>& Tag() const { return tag_; }
  const OrderResponse& Response() const { return response_; }

  // An error response overrides `status`. Until a request is processed its status is Error, as in
  // LEAN: that is what lets a cancel request be repeated.
  void SetResponse(OrderResponse response, OrderRequestStatus status = OrderRequestStatus::Error) {
    status_ = response.IsError() ? OrderRequestStatus::Error : status;
    response_ = std::move(response);
  }

 protected:
  OrderRequest(regimen::OrderRequestType type, DateTime time, int order_id,
               std::optional<std::string> tag)
      : type_(type), time_(time), order_id_(order_id), tag_(std::move(tag)) {}

  void SetOrderNumber(int order_id) { order_id_ = order_id; }

 private:
  regimen::OrderRequestType type_;
  OrderRequestStatus status_ = OrderRequestStatus::Unprocessed;
  DateTime time_;
  int order_id_;
  std::optional<std::string> tag_;
  OrderResponse response_;
};

}  // namespace regimen
