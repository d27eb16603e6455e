#pragma once

#include <optional>

#include "framework/orders/order_status.hpp"

namespace regimen {

// The life cycle of an order, as one table (order_state.cpp).
//
// Returns the status of an order of status `from` after an event of status `event`, or nullopt when
// the life cycle forbids the event: an order that is Filled or Canceled never opens again, and
// nothing happens to one that was refused. An Invalid event leaves a Filled or Canceled order as it
// is, as in LEAN. O(1).
std::optional<OrderStatus> NextStatus(OrderStatus from, OrderStatus event);

}  // namespace regimen
