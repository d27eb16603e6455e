#pragma once

#include <span>

#include "framework/core/time_span.hpp"

namespace regimen {

class Order;
class Security;

// An order and the security it trades.
struct OrderAndSecurity {
  regimen::Order& Order;
  regimen::Security& Security;
};

// What a fill model is asked: whether and at what price an order fills now.
struct FillModelParameters {
  regimen::Security& Security;
  regimen::Order& Order;
  // Prices older than this are stale.
  TimeSpan StalePriceTimeSpan;
  // The order itself or, for a combo, all its legs in ascending order id.
  std::span<const OrderAndSecurity> SecuritiesForOrders;
};

}  // namespace regimen
