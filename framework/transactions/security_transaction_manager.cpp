#include "framework/transactions/security_transaction_manager.hpp"

#include "framework/core/error.hpp"
#include "framework/transactions/algorithm_hooks.hpp"
#include "framework/transactions/order_messages.hpp"
#include "framework/transactions/shortability.hpp"
#include "framework/transactions/transaction_handler.hpp"

namespace regimen {

namespace {

using Entries = std::vector<OrderRegistry::Entry*>;

std::vector<Order> OrdersOf(const Entries& entries,
                            const SecurityTransactionManager::OrderFilter& filter) {
  std::vector<Order> orders;
  for (const OrderRegistry::Entry* entry : entries) {
    if (!filter || filter(entry->order)) orders.push_back(entry->order);
  }
  return orders;
}

std::vector<OrderTicket*> TicketsOf(const Entries& entries,
                                    const SecurityTransactionManager::TicketFilter& filter) {
  std::vector<OrderTicket*> tickets;
  for (OrderRegistry::Entry* entry : entries) {
    if (!filter || filter(entry->ticket)) tickets.push_back(&entry->ticket);
  }
  return tickets;
}

// A strategy may make a request itself, of any type.
void RequireGroupOfCombo(const SubmitOrderRequest& request) {
  const bool is_combo = IsComboOrder(request.OrderType());
  if (is_combo == (request.GroupOrderManager() != nullptr)) return;
  const std::string type(ToText(request.OrderType()));
  throw ArgumentError(
      is_combo ? "a " + type + " request needs the GroupOrderManager of its combo; call " + type +
                     "Order, which makes it"
               : "a " + type + " request is no leg of a combo: it must have no GroupOrderManager");
}

}  // namespace

SecurityTransactionManager::SecurityTransactionManager(SecurityManager& securities,
                                                       const AlgorithmHooks& hooks)
    : securities_(&securities), hooks_(&hooks) {}

void SecurityTransactionManager::RequireRunning(OrderRequestType type) const {
  if (hooks_->is_warming_up()) {
    throw InvalidOperationError("Error: AlgorithmWarmingUp - " + WarmingUpMessage(type));
  }
}

OrderTicket& SecurityTransactionManager::AddOrder(SubmitOrderRequest request) {
  RequireRunning(OrderRequestType::Submit);
  RequireGroupOfCombo(request);
  if (request.OrderId() < 1) {
    request.SetOrderId(GetIncrementOrderId());
  } else if (request.OrderId() > LastOrderId() || GetOrderTicket(request.OrderId()) != nullptr) {
    throw ArgumentError(
        "order number " + std::to_string(request.OrderId()) +
        (request.OrderId() > LastOrderId() ? " was never given out" : " is that of another order") +
        "; submit a new SubmitOrderRequest, which gets its own number");
  }
  return handler_->AddOrder(std::move(request));
}

OrderTicket& SecurityTransactionManager::UpdateOrder(UpdateOrderRequest request) {
  RequireRunning(OrderRequestType::Update);
  if (OrderTicket* ticket = handler_->UpdateOrder(request)) return *ticket;
  OrderTicket& ticket = TicketWithoutOrder(request);
  ticket.AddUpdateRequest(std::move(request)).SetResponse(ticket.SubmitRequest().Response());
  return ticket;
}

OrderTicket& SecurityTransactionManager::CancelOrder(CancelOrderRequest request) {
  RequireRunning(OrderRequestType::Cancel);
  if (OrderTicket* ticket = handler_->CancelOrder(request)) return *ticket;
  OrderTicket& ticket = TicketWithoutOrder(request);
  ticket.TrySetCancelRequest(std::move(request));
  ticket.MutableCancelRequest()->SetResponse(ticket.SubmitRequest().Response());
  return ticket;
}

OrderTicket& SecurityTransactionManager::CancelOrder(int order_id, const std::string& tag) {
  return CancelOrder(CancelOrderRequest(UtcTime(), order_id, tag));
}

std::vector<OrderTicket*> SecurityTransactionManager::CancelOpenOrders() {
  if (hooks_->is_warming_up()) throw InvalidOperationError(CancelNotAllowedMessage());
  std::vector<OrderTicket*> tickets = GetOpenOrderTickets();
  const std::string tag = "Canceled by CancelOpenOrders() at " +
                          UtcTime().ToString("yyyy-MM-ddTHH:mm:ss.fffffff") + "Z";
  for (OrderTicket* ticket : tickets) ticket->Cancel(tag);
  return tickets;
}

std::vector<OrderTicket*> SecurityTransactionManager::CancelOpenOrders(
    const Symbol& symbol, const std::optional<std::string>& tag) {
  if (hooks_->is_warming_up()) throw InvalidOperationError(CancelNotAllowedMessage());
  std::vector<OrderTicket*> tickets = GetOpenOrderTickets(symbol);
  for (OrderTicket* ticket : tickets) ticket->Cancel(tag);
  return tickets;
}

OrderTicket& SecurityTransactionManager::Refuse(SubmitOrderRequest request,
                                                OrderResponse response) {
  OrderTicket& ticket = orphans_.emplace_back(*this, std::move(request));
  ticket.Refuse(std::move(response));
  return ticket;
}

OrderTicket& SecurityTransactionManager::TicketWithoutOrder(const OrderRequest& request) {
  SubmitOrderRequest submit({.time = DateTime::MaxValue, .tag = request.Tag().value_or("")});
  submit.SetOrderId(request.OrderId());
  return Refuse(std::move(submit),
                OrderResponse::Error(request.OrderId(), OrderResponseErrorCode::UnableToFindOrder,
                                     UnableToFindOrderMessage(request.OrderId())));
}

std::optional<Order> SecurityTransactionManager::GetOrderById(int order_id) const {
  const OrderRegistry::Entry* entry = handler_->Orders().Find(order_id);
  return entry == nullptr ? std::nullopt : std::optional(entry->order);
}

std::vector<Order> SecurityTransactionManager::GetOrders(const OrderFilter& filter) const {
  return OrdersOf(handler_->Orders().All(), filter);
}

std::vector<Order> SecurityTransactionManager::GetOpenOrders(const OrderFilter& filter) const {
  return OrdersOf(handler_->Orders().OpenEntries(), filter);
}

std::vector<Order> SecurityTransactionManager::GetOpenOrders(const Symbol& symbol) const {
  return GetOpenOrders([&](const Order& order) { return order.GetSymbol() == symbol; });
}

OrderTicket* SecurityTransactionManager::GetOrderTicket(int order_id) const {
  OrderRegistry::Entry* entry = handler_->Orders().Find(order_id);
  return entry == nullptr ? nullptr : &entry->ticket;
}

std::vector<OrderTicket*> SecurityTransactionManager::GetOrderTickets(
    const TicketFilter& filter) const {
  return TicketsOf(handler_->Orders().All(), filter);
}

std::vector<OrderTicket*> SecurityTransactionManager::GetOpenOrderTickets(
    const TicketFilter& filter) const {
  return TicketsOf(handler_->Orders().OpenEntries(), filter);
}

std::vector<OrderTicket*> SecurityTransactionManager::GetOpenOrderTickets(
    const Symbol& symbol) const {
  return GetOpenOrderTickets(
      [&](const OrderTicket& ticket) { return ticket.GetSymbol() == symbol; });
}

Decimal SecurityTransactionManager::GetOpenOrdersRemainingQuantity(
    const TicketFilter& filter) const {
  Decimal sum;
  if (!handler_->Orders().HasOpen()) return sum;
  for (const OrderTicket* ticket : GetOpenOrderTickets(filter)) sum += ticket->QuantityRemaining();
  return sum;
}

Decimal SecurityTransactionManager::GetOpenOrdersRemainingQuantity(const Symbol& symbol) const {
  return GetOpenOrdersRemainingQuantity(
      [&](const OrderTicket& ticket) { return ticket.GetSymbol() == symbol; });
}

Decimal SecurityTransactionManager::GetProjectedHoldings(const Security& security) const {
  return security.Holdings.Quantity() + GetOpenOrdersRemainingQuantity(security.GetSymbol());
}

bool SecurityTransactionManager::IsShortable(const Security& security, Decimal quantity,
                                             std::optional<int> changed_order) const {
  return regimen::IsShortable(security, quantity, handler_->Orders(), changed_order);
}

int SecurityTransactionManager::OrdersCount() const { return handler_->OrdersCount(); }

std::map<DateTime, Decimal> SecurityTransactionManager::TransactionRecord() const {
  std::map<DateTime, Decimal> records;
  for (const auto& [time, record] : ledger_.Records()) records.emplace(time, record.profit_loss);
  return records;
}

std::map<DateTime, Decimal> SecurityTransactionManager::WinningTransactions() const {
  std::map<DateTime, Decimal> records;
  for (const auto& [time, record] : ledger_.Records()) {
    if (record.is_win) records.emplace(time, record.profit_loss);
  }
  return records;
}

std::map<DateTime, Decimal> SecurityTransactionManager::LosingTransactions() const {
  std::map<DateTime, Decimal> records;
  for (const auto& [time, record] : ledger_.Records()) {
    if (!record.is_win) records.emplace(time, record.profit_loss);
  }
  return records;
}

void SecurityTransactionManager::ProcessDelistings(const Delistings& delistings) {
  for (const Delisting& delisting : delistings.Values()) {
    if (delisting.Type() != DelistingType::Delisted) continue;
    const Symbol& symbol = delisting.GetSymbol();
    const Security* security = securities_->Find(symbol);
    if (security != nullptr && !security->Holdings.Quantity().IsZero()) {
      handler_->CloseDelistedPosition(symbol, GetIncrementOrderId());
    }
    if (!hooks_->is_warming_up()) CancelOpenOrders(symbol);
  }
}

std::vector<const Order*> SecurityTransactionManager::AllOrders() const {
  std::vector<const Order*> orders;
  for (const OrderRegistry::Entry* entry : handler_->Orders().All()) {
    orders.push_back(&entry->order);
  }
  return orders;
}

}  // namespace regimen
