#pragma once

#include <string>

#include "framework/orders/order.hpp"

namespace regimen {

// The order as LEAN's compact JSON, the text that result files hold. Numbers are written with the
// scale they have ("688.0", "144.77307790400"), times in ISO form with Z, enumerators as numbers. A
// type's own fields come first.
std::string OrderToJson(const Order& order);

}  // namespace regimen
