// What TransactionHandler does with the events that come back from the broker.
#include "framework/core/error.hpp"
#include "framework/orders/order_processor.hpp"
#include "framework/orders/order_state.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/securities/security.hpp"
#include "framework/transactions/algorithm_hooks.hpp"
#include "framework/transactions/order_event_sink.hpp"
#include "framework/transactions/transaction_handler.hpp"

namespace regimen {

void TransactionHandler::Report(const Order& order, const std::string& message) {
  OrderEvent event(order, UtcTime(), OrderFee(), message);
  OnOrderEvents({&event, 1});
}

void TransactionHandler::OnOrderEvents(std::span<OrderEvent> events) {
  for (OrderEvent& event : events) {
    Entry* entry = registry_.Find(event.OrderId());
    if (entry == nullptr) {
      throw InvalidOperationError("an event of order " + std::to_string(event.OrderId()) +
                                  " arrived, but there is no such order");
    }
    if (IsClosed(event.Status())) registry_.Close(event.OrderId());
    event.SetTicket(&entry->ticket);
  }
  for (OrderEvent& event : events) ApplyToOrder(event, *registry_.Find(event.OrderId()));
  for (const OrderEvent& event : events) {
    if (IsFill(event.Status())) ApplyFill(event);
  }
  for (const OrderEvent& event : events) Deliver(event);
  for (const OrderEvent& event : events) {
    if (event.Status() == OrderStatus::None) continue;
    // The queue keeps its elements in place while the strategy's handler adds further events.
    const OrderEvent& kept = events_.emplace_back(event);
    parts_.sink.OnOrderEvent(kept);
  }
}

void TransactionHandler::ApplyToOrder(OrderEvent& event, Entry& entry) {
  Order& order = entry.order;
  if (const auto saved = status_before_cancel_.find(order.Id());
      saved != status_before_cancel_.end()) {
    if (IsClosed(event.Status())) {
      status_before_cancel_.erase(saved);
    } else if (event.Status() != OrderStatus::CancelPending) {
      saved->second = event.Status();
    }
  }
  const auto next = NextStatus(order.Status(), event.Status());
  if (!next) {
    throw InvalidOperationError("order " + std::to_string(order.Id()) + " is " +
                                std::string(ToText(order.Status())) + ": an event " +
                                std::string(ToText(event.Status())) + " cannot follow");
  }
  order.SetStatus(*next);
  event.SetId(order.TakeEventId());
  if (event.Status() == OrderStatus::Canceled) {
    order.SetCanceledTime(event.UtcTime());
  } else if (IsFill(event.Status())) {
    order.SetLastFillTime(event.UtcTime());
  } else if ((event.Status() == OrderStatus::Submitted ||
              event.Status() == OrderStatus::UpdateSubmitted) &&
             !entry.ticket.UpdateRequests().empty()) {
    order.SetLastUpdateTime(event.UtcTime());
  }
  event.DescribeOrder(order);
}

void TransactionHandler::ApplyFill(const OrderEvent& event) {
  try {
    parts_.portfolio.ProcessFill(event);
  } catch (const std::exception& error) {
    // The fill stands: LEAN reports what could not be booked and goes on.
    parts_.hooks.error("Fill error: order " + std::to_string(event.OrderId()) + ": " +
                       error.what());
  }
}

void TransactionHandler::Deliver(const OrderEvent& event) {
  if (IsFill(event.Status())) {
    const Security& security = parts_.portfolio.Securities[event.GetSymbol()];
    parts_.sink.OnFill(event, {security.QuoteCurrency().ConversionRate(),
                               security.ToAccountCurrency(event.OrderFee().Value()),
                               security.SymbolProperties().ContractMultiplier()});
  }
  event.Ticket()->AddOrderEvent(event);
}

void TransactionHandler::CloseDelistedPosition(const Symbol& symbol, int order_id) {
  constexpr const char* kTag = "Liquidate from delisting";
  Security& security = parts_.portfolio.Securities[symbol];
  SubmitOrderRequest request({.order_type = OrderType::Market,
                              .symbol = symbol,
                              .quantity = -security.Holdings.Quantity(),
                              .time = UtcTime(),
                              .tag = kTag});
  request.SetOrderId(order_id);
  Order order(request);
  // Submitted without an event: no broker is asked.
  order.SetStatus(OrderStatus::Submitted);
  Entry& entry = registry_.Add(
      std::make_unique<Entry>(std::move(order), parts_.processor, std::move(request), security));
  entry.ticket.SetOrder(entry.order);
  SetPriceAdjustmentMode(entry);
  registry_.Open(entry);
  ++total_orders_;
  OrderEvent fill(entry.order, UtcTime(), OrderFee(), kTag);
  fill.SetStatus(OrderStatus::Filled);
  fill.SetFillPrice(security.Price());
  fill.SetFillQuantity(entry.order.Quantity());
  OnOrderEvents({&fill, 1});
}

}  // namespace regimen
