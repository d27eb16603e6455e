#pragma once

#include "framework/orders/time_in_force.hpp"

namespace regimen {

// What an order asks of the broker beyond price and quantity (LEAN's OrderProperties). A value: an
// order keeps its own copy, so later changes of the original do not reach it.
class OrderProperties {
 public:
  OrderProperties() = default;
  explicit OrderProperties(regimen::TimeInForce time_in_force) : time_in_force_(time_in_force) {}

  regimen::TimeInForce TimeInForce() const { return time_in_force_; }
  void SetTimeInForce(regimen::TimeInForce time_in_force) { time_in_force_ = time_in_force; }

 private:
  regimen::TimeInForce time_in_force_;
};

}  // namespace regimen
