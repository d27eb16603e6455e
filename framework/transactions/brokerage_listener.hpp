#pragma once

#include <span>

namespace regimen {

class OrderEvent;

// Whom the broker tells what happened to orders.
class BrokerageListener {
 public:
  virtual ~BrokerageListener() = default;
  // The events of one call of the broker; the listener completes them (number, ticket, prices).
  virtual void OnOrderEvents(std::span<OrderEvent> events) = 0;
};

}  // namespace regimen
