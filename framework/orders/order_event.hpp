#pragma once

#include <optional>
#include <string>
#include <utility>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"
#include "framework/orders/order_direction.hpp"
#include "framework/orders/order_fee.hpp"
#include "framework/orders/order_status.hpp"

namespace regimen {

class Order;
class OrderTicket;

// Something that happened to an order: a new status, a fill or a message (LEAN's OrderEvent).
//
// A value. Times are UTC, prices in FillPriceCurrency; a fill's quantity is negative for a sale.
// Prices and quantities lose their trailing zeros when they are set.
class OrderEvent {
 public:
  OrderEvent() = default;
  // An event that repeats the order's present status and fills nothing.
  OrderEvent(const Order& order, DateTime utc_time, OrderFee order_fee = {},
             std::string message = {});

  int OrderId() const { return order_id_; }
  // Numbers the events of one order: 1, 2, 3, ...
  int Id() const { return id_; }
  // LEAN's property OrderEvent.Symbol.
  const Symbol& GetSymbol() const { return symbol_; }
  DateTime UtcTime() const { return utc_time_; }
  OrderStatus Status() const { return status_; }
  // The side of the order, not of the fill.
  OrderDirection Direction() const { return direction_; }
  const regimen::OrderFee& OrderFee() const { return order_fee_; }
  Decimal FillPrice() const { return fill_price_; }
  const std::string& FillPriceCurrency() const { return fill_price_currency_; }
  Decimal FillQuantity() const { return fill_quantity_; }
  Decimal AbsoluteFillQuantity() const {
    return fill_quantity_.IsNegative() ? -fill_quantity_ : fill_quantity_;
  }
  const std::string& Message() const { return message_; }
  // The order's own quantity and prices at the time of the event; null where its type has none.
  Decimal Quantity() const { return quantity_; }
  std::optional<Decimal> LimitPrice() const { return limit_price_; }
  std::optional<Decimal> StopPrice() const { return stop_price_; }
  std::optional<Decimal> TriggerPrice() const { return trigger_price_; }
  std::optional<Decimal> TrailingAmount() const { return trailing_amount_; }
  bool IsAssignment() const { return is_assignment_; }
  bool IsInTheMoney() const { return is_in_the_money_; }
  // Null only for an event that was never delivered.
  OrderTicket* Ticket() const { return ticket_; }

  void SetStatus(OrderStatus status) { status_ = status; }
  void SetFillPrice(Decimal price) { fill_price_ = price.Normalize(); }
  void SetFillQuantity(Decimal quantity) { fill_quantity_ = quantity.Normalize(); }
  void SetOrderFee(regimen::OrderFee fee) { order_fee_ = std::move(fee); }
  void SetMessage(std::string message) { message_ = std::move(message); }

  // The engine's side.
  void SetId(int id) { id_ = id; }
  void SetTicket(OrderTicket* ticket) { ticket_ = ticket; }
  // Copies the order's present quantity and prices.
  void DescribeOrder(const Order& order);

  // One line for logs; prices are rounded for reading.
  std::string ToString() const;
  std::string ShortToString() const;

 private:
  int order_id_ = 0;
  int id_ = 0;
  Symbol symbol_;
  DateTime utc_time_;
  OrderStatus status_ = OrderStatus::New;
  OrderDirection direction_ = OrderDirection::Hold;
  bool is_assignment_ = false;
  bool is_in_the_money_ = false;
  Decimal fill_price_;
  Decimal fill_quantity_;
  Decimal quantity_;
  std::optional<Decimal> limit_price_;
  std::optional<Decimal> stop_price_;
  std::optional<Decimal> trigger_price_;
  std::optional<Decimal> trailing_amount_;
  OrderTicket* ticket_ = nullptr;
  regimen::OrderFee order_fee_;
  std::string fill_price_currency_;
  std::string message_;
};

}  // namespace regimen
