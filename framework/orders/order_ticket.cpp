#include "framework/orders/order_ticket.hpp"

#include <algorithm>
#include <utility>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/orders/order.hpp"

namespace regimen {

namespace {

bool HasField(OrderType type, OrderField field) {
  switch (field) {
    case OrderField::LimitPrice:
      return IsLimitOrder(type) || type == OrderType::ComboLimit ||
             type == OrderType::ComboLegLimit;
    case OrderField::StopPrice:
      return IsStopOrder(type);
    case OrderField::TriggerPrice:
      return type == OrderType::LimitIfTouched;
    case OrderField::TrailingAmount:
    case OrderField::TrailingAsPercentage:
      return type == OrderType::TrailingStop;
  }
  return false;
}

// Reads a field of an order or of a submit request: both name their prices alike.
template <class OrderLike>
Decimal ReadField(const OrderLike& order, OrderField field) {
  switch (field) {
    case OrderField::LimitPrice:
      return order.LimitPrice();
    case OrderField::StopPrice:
      return order.StopPrice();
    case OrderField::TriggerPrice:
      return order.TriggerPrice();
    case OrderField::TrailingAmount:
      return order.TrailingAmount();
    case OrderField::TrailingAsPercentage:
      return order.TrailingAsPercentage() ? 1 : 0;
  }
  return Decimal();
}

}  // namespace

OrderTicket::OrderTicket(OrderProcessor& processor, SubmitOrderRequest submit_request)
    : processor_(&processor), submit_request_(std::move(submit_request)) {}

OrderStatus OrderTicket::Status() const {
  if (status_override_) return *status_override_;
  return order_ == nullptr ? OrderStatus::New : order_->Status();
}

Decimal OrderTicket::Quantity() const {
  return order_ == nullptr ? submit_request_.Quantity() : order_->Quantity();
}

const std::string& OrderTicket::Tag() const {
  // NOLINTNEXTLINE(bugprone-unchecked-optional-access): a submit request has a tag.
  return order_ == nullptr ? *submit_request_.Tag() : order_->Tag();
}

const OrderRequest& OrderTicket::GetMostRecentOrderRequest() const {
  if (cancel_request_) return *cancel_request_;
  if (!update_requests_.empty()) return update_requests_.back();
  return submit_request_;
}

Decimal OrderTicket::Get(OrderField field) const {
  if (!HasField(OrderType(), field)) {
    throw ArgumentError("Unable to get field " + std::string(ToText(field)) + " on order of type " +
                        std::string(ToText(OrderType())));
  }
  if (order_ == nullptr) return ReadField(submit_request_, field);
  if (OrderType() == OrderType::ComboLimit) return order_->GroupOrderManager()->LimitPrice();
  return ReadField(*order_, field);
}

OrderResponse OrderTicket::Update(const UpdateOrderFields& fields) {
  const OrderTicket& ticket =
      processor_->UpdateOrder(UpdateOrderRequest(processor_->UtcTime(), OrderId(), fields));
  return ticket.UpdateRequests().back().Response();
}

OrderResponse OrderTicket::Cancel(const std::optional<std::string>& tag) {
  if (cancel_request_ && cancel_request_->Status() != OrderRequestStatus::Error) {
    return OrderResponse::Error(
        OrderId(), OrderResponseErrorCode::RequestCanceled,
        "Order " + std::to_string(OrderId()) + " has already received a cancellation request.");
  }
  const OrderTicket& ticket =
      processor_->CancelOrder(CancelOrderRequest(processor_->UtcTime(), OrderId(), tag));
  return ticket.CancelRequest()->Response();
}

std::string OrderTicket::ToString() const {
  const auto processed = [](const OrderRequest& request) {
    return request.Response().IsProcessed();
  };
  const auto requests = 1 + update_requests_.size() + (cancel_request_ ? 1 : 0);
  const auto responses = std::ranges::count_if(update_requests_, processed) +
                         (processed(submit_request_) ? 1 : 0) +
                         (cancel_request_ && processed(*cancel_request_) ? 1 : 0);
  return std::to_string(OrderId()) + ": " + (order_ == nullptr ? "" : order_->ToString() + " ") +
         "Request Count: " + std::to_string(requests) +
         " Response Count: " + std::to_string(responses);
}

void OrderTicket::SetOrder(Order& order) {
  if (order.Id() != OrderId()) {
    throw ArgumentError("the ticket of order " + std::to_string(OrderId()) + " was given order " +
                        std::to_string(order.Id()));
  }
  order_ = &order;
}

void OrderTicket::AddOrderEvent(const OrderEvent& event) {
  order_events_.push_back(event);
  if (event.FillQuantity().IsZero()) return;
  quantity_filled_ += event.FillQuantity();
  fill_value_ += event.AbsoluteFillQuantity() * event.FillPrice();
  // An update may turn an order round after it filled in part: purchases and sales may cancel out.
  average_fill_price_ =
      quantity_filled_.IsZero() ? Decimal() : fill_value_ / Math::Abs(quantity_filled_);
  if (order_ != nullptr) order_->SetPrice(average_fill_price_);
}

UpdateOrderRequest& OrderTicket::AddUpdateRequest(UpdateOrderRequest request) {
  return update_requests_.emplace_back(std::move(request));
}

bool OrderTicket::TrySetCancelRequest(CancelOrderRequest request) {
  if (cancel_request_ && cancel_request_->Status() != OrderRequestStatus::Error) return false;
  cancel_request_ = std::move(request);
  return true;
}

void OrderTicket::Refuse(OrderResponse response) {
  submit_request_.SetResponse(std::move(response));
  status_override_ = OrderStatus::Invalid;
}

}  // namespace regimen
