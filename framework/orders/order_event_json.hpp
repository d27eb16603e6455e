#pragma once

#include <string>
#include <string_view>

#include "framework/orders/order_event.hpp"

namespace regimen {

// The event as LEAN's order events file holds it: one compact JSON object. The id is
// "ALGORITHM-ORDER-EVENT", the time seconds since 1970 (UTC).
std::string OrderEventToJson(const OrderEvent& event, std::string_view algorithm_id);

}  // namespace regimen
