#pragma once

#include "framework/orders/order.hpp"

namespace regimen {

// LEAN's names for an order of one type. They say what a fill model's method is given; each is
// Order.
using MarketOrder = Order;
using LimitOrder = Order;
using StopMarketOrder = Order;
using StopLimitOrder = Order;
using TrailingStopOrder = Order;
using LimitIfTouchedOrder = Order;
using MarketOnOpenOrder = Order;
using MarketOnCloseOrder = Order;
using ComboMarketOrder = Order;
using ComboLimitOrder = Order;
using ComboLegLimitOrder = Order;

}  // namespace regimen
