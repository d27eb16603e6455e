#pragma once

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "framework/orders/order.hpp"
#include "framework/orders/order_ticket.hpp"
#include "framework/securities/fill_model_parameters.hpp"
#include "framework/transactions/open_order_ids.hpp"

namespace regimen {

class Security;

// Every order of a run with its ticket and its security. Entries keep their address for the whole
// run. Lookup O(1): orders are numbered 1, 2, 3, ... Not thread-safe.
class OrderRegistry {
 public:
  struct Entry {
    Entry(Order order_value, OrderProcessor& processor, SubmitOrderRequest request,
          Security& order_security)
        : order(std::move(order_value)),
          ticket(processor, std::move(request)),
          security(&order_security) {}

    Order order;
    OrderTicket ticket;
    Security* security;
  };

  // Requires: the order has a number that no other order has.
  Entry& Add(std::unique_ptr<Entry> entry);
  // Returns nullptr when there is no such order.
  Entry* Find(int order_id) const;
  // In ascending order of number.
  std::vector<Entry*> All() const;

  void Open(const Entry& entry) { open_.Add(entry.order.Id()); }
  void Close(int order_id) { open_.Remove(order_id); }
  bool HasOpen() const { return !open_.Empty(); }
  // In LEAN's order of enumeration.
  std::vector<Entry*> OpenEntries() const;

 private:
  // By number; null where none was used.
  std::vector<std::unique_ptr<Entry>> entries_;
  OpenOrderIds open_;
};

// The orders of the legs, each with its security.
std::vector<OrderAndSecurity> AsGroup(std::span<OrderRegistry::Entry* const> legs);

}  // namespace regimen
