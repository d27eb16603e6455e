// What must hold of the events of a run's orders, whatever was asked for. Aborts where it does not.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "framework/core/math.hpp"
#include "framework/orders/order_event.hpp"
#include "framework/orders/order_state.hpp"
#include "framework/orders/order_ticket.hpp"
#include "framework/transactions/security_transaction_manager.hpp"

namespace regimen::tests {

inline std::string Text(const std::string& text) { return text; }
inline std::string Text(Decimal number) { return number.ToString(); }
template <class Described>
std::string Text(const Described& described) {
  return described.ToString();
}

// `about` becomes text only where it is needed.
template <class... About>
void Require(bool holds, const char* what, const About&... about) {
  if (holds) return;
  std::fprintf(stderr, "%s", what);
  (std::fprintf(stderr, " %s", Text(about).c_str()), ...);
  std::fprintf(stderr, "\n");
  std::abort();
}

// Each order's events by their number: what a strategy does inside one event may bring later ones
// to it first.
inline std::map<int, std::vector<OrderEvent>> EventsByOrder(const std::vector<OrderEvent>& events) {
  std::map<int, std::vector<OrderEvent>> by_order;
  for (const OrderEvent& event : events) by_order[event.OrderId()].push_back(event);
  for (auto& [id, own] : by_order) std::ranges::sort(own, {}, &OrderEvent::Id);
  return by_order;
}

// Fills have the order's sign, stay within its quantity and end with it; a closed order has none.
inline void CheckOrderEvents(const std::vector<OrderEvent>& events) {
  for (const auto& [id, own] : EventsByOrder(events)) {
    Decimal filled;
    bool closed = false;
    for (const OrderEvent& event : own) {
      if (!event.FillQuantity().IsZero()) {
        filled += event.FillQuantity();
        Require(!closed && IsFill(event.Status()), "a fill of a closed order:", event);
        Require(event.FillQuantity().Sign() == event.Quantity().Sign(),
                "a fill against the order:", event);
        // An update may have turned the order round: what it filled before counts against it.
        const bool against = filled.Sign() == -event.Quantity().Sign();
        Require(against || Math::Abs(filled) <= Math::Abs(event.Quantity()),
                "more filled than ordered:", event);
      }
      if (event.Status() == OrderStatus::Filled && !closed) {
        Require(filled == event.Quantity(), "filled, but not whole:", event);
      }
      closed |= IsClosed(event.Status());
    }
  }
}

// The events walk through the table of order_state.cpp, and the tickets say where they ended.
// Requires: every event was delivered.
inline void CheckTickets(const std::vector<OrderEvent>& events,
                         const SecurityTransactionManager& transactions) {
  for (const auto& [id, own] : EventsByOrder(events)) {
    const OrderTicket& ticket = *transactions.GetOrderTicket(id);
    OrderStatus status = OrderStatus::New;
    int number = 0;
    Decimal filled;
    for (const OrderEvent& event : own) {
      Require(event.Id() == ++number, "events are not numbered 1, 2, 3:", event);
      const auto next = NextStatus(status, event.Status());
      Require(next.has_value(), "the table has no such step:", event);
      status = *next;
      filled += event.FillQuantity();
    }
    Require(ticket.QuantityFilled() == filled, "the ticket's fills are off:", ticket);
    // A refused cancellation puts the earlier status back.
    if (status == OrderStatus::CancelPending) continue;
    Require(ticket.Status() == status, "the ticket's status is off:", ticket);
  }
}

}  // namespace regimen::tests
