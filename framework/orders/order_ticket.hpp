#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "framework/core/decimal.hpp"
#include "framework/orders/cancel_order_request.hpp"
#include "framework/orders/order_event.hpp"
#include "framework/orders/order_field.hpp"
#include "framework/orders/order_processor.hpp"
#include "framework/orders/submit_order_request.hpp"
#include "framework/orders/update_order_fields.hpp"
#include "framework/orders/update_order_request.hpp"

namespace regimen {

class Order;

// A strategy's hold on an order (LEAN's OrderTicket): its state at any time, its events, and the
// calls that change or cancel it.
//
// Owned by the engine for the whole run: keep a reference or a pointer, it shows the live order. An
// order that was refused before it got a number has a ticket too, with status Invalid. Not
// thread-safe.
class OrderTicket {
 public:
  OrderTicket(OrderProcessor& processor, SubmitOrderRequest submit_request);
  OrderTicket(const OrderTicket&) = delete;
  OrderTicket& operator=(const OrderTicket&) = delete;
  ~OrderTicket() = default;

  int OrderId() const { return submit_request_.OrderId(); }
  OrderStatus Status() const;
  // LEAN's property OrderTicket.Symbol.
  const Symbol& GetSymbol() const { return submit_request_.GetSymbol(); }
  regimen::SecurityType SecurityType() const { return submit_request_.SecurityType(); }
  regimen::OrderType OrderType() const { return submit_request_.OrderType(); }
  // The order's present quantity.
  Decimal Quantity() const;
  // The average over all fills, weighted by quantity; 0 before the first.
  Decimal AverageFillPrice() const { return average_fill_price_; }
  Decimal QuantityFilled() const { return quantity_filled_; }
  Decimal QuantityRemaining() const { return Quantity() - quantity_filled_; }
  // Of the most recent request, in UTC: cancel, else last update, else submit.
  DateTime Time() const { return GetMostRecentOrderRequest().Time(); }
  const std::string& Tag() const;
  bool HasOrder() const { return order_ != nullptr; }

  const SubmitOrderRequest& SubmitRequest() const { return submit_request_; }
  // In order of arrival, refused ones included.
  const std::deque<UpdateOrderRequest>& UpdateRequests() const { return update_requests_; }
  // Null until a cancellation is asked for.
  const CancelOrderRequest* CancelRequest() const {
    return cancel_request_ ? &*cancel_request_ : nullptr;
  }
  const std::vector<OrderEvent>& OrderEvents() const { return order_events_; }
  const OrderRequest& GetMostRecentOrderRequest() const;
  const OrderResponse& GetMostRecentOrderResponse() const {
    return GetMostRecentOrderRequest().Response();
  }

  // A price of the order. Throws ArgumentError when its type has no such field;
  // TrailingAsPercentage is 0 or 1.
  Decimal Get(OrderField field) const;

  // Queue a change or a cancellation: it takes effect at the next submission or at the end of the
  // step. Each returns whether the request was accepted.
  OrderResponse Update(const UpdateOrderFields& fields);
  OrderResponse UpdateTag(const std::string& tag) { return Update({.Tag = tag}); }
  OrderResponse UpdateQuantity(Decimal quantity, const std::optional<std::string>& tag = {}) {
    return Update({.Quantity = quantity, .Tag = tag});
  }
  OrderResponse UpdateLimitPrice(Decimal price, const std::optional<std::string>& tag = {}) {
    return Update({.LimitPrice = price, .Tag = tag});
  }
  OrderResponse UpdateStopPrice(Decimal price, const std::optional<std::string>& tag = {}) {
    return Update({.StopPrice = price, .Tag = tag});
  }
  OrderResponse UpdateTriggerPrice(Decimal price, const std::optional<std::string>& tag = {}) {
    return Update({.TriggerPrice = price, .Tag = tag});
  }
  OrderResponse UpdateStopTrailingAmount(Decimal amount,
                                         const std::optional<std::string>& tag = {}) {
    return Update({.TrailingAmount = amount, .Tag = tag});
  }
  OrderResponse Cancel(const std::optional<std::string>& tag = {});

  std::string ToString() const;

  // The engine's side.
  SubmitOrderRequest& MutableSubmitRequest() { return submit_request_; }
  // Requires: the order has this ticket's number and outlives it.
  void SetOrder(Order& order);
  void AddOrderEvent(const OrderEvent& event);
  UpdateOrderRequest& AddUpdateRequest(UpdateOrderRequest request);
  // Returns false when a cancellation is under way: the new request is dropped.
  bool TrySetCancelRequest(CancelOrderRequest request);
  CancelOrderRequest* MutableCancelRequest() {
    return cancel_request_ ? &*cancel_request_ : nullptr;
  }
  UpdateOrderRequest& MutableUpdateRequest(std::size_t index) { return update_requests_[index]; }
  // A ticket without an order: the request was refused, or its order was not found.
  void Refuse(OrderResponse response);

 private:
  OrderProcessor* processor_;
  SubmitOrderRequest submit_request_;
  Order* order_ = nullptr;
  std::optional<OrderStatus> status_override_;
  Decimal quantity_filled_;
  Decimal average_fill_price_;
  // Sum of |quantity| x price over the fills.
  Decimal fill_value_;
  // A queue of requests refers to them by position and by address.
  std::deque<UpdateOrderRequest> update_requests_;
  std::optional<CancelOrderRequest> cancel_request_;
  std::vector<OrderEvent> order_events_;
};

}  // namespace regimen
