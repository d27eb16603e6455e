#pragma once

#include <map>

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Pairs of limit orders that stay until cancelled, for the day, and until a date: one of each pair
// fills, the other waits or expires.
class TimeInForceAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;
  void OnOrderEvent(const OrderEvent& order_event) override;
  // Throws std::runtime_error when an order did not end as it should.
  void OnEndOfAlgorithm() override;

 private:
  void Place(TimeInForce time_in_force, Decimal limit_price, OrderStatus expected_end);

  Symbol spy_;
  // By order id.
  std::map<int, OrderStatus> expected_;
};

}  // namespace regimen::parity
