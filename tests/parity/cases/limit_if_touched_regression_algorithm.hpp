#pragma once

#include <cstddef>

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Keeps one limit-if-touched order open: each minute it asks for one share less and a trigger of
// five digits, and starts anew when one share is left of a purchase. Three orders fill.
class LimitIfTouchedRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;
  // Throws std::runtime_error when a fill is not the expected one.
  void OnOrderEvent(const OrderEvent& order_event) override;

 private:
  void PlaceOrder(Decimal price);
  void ChangeOrder();

  Symbol spy_;
  OrderTicket* ticket_ = nullptr;
  // 1 for purchases, -1 for sales.
  int sign_ = 0;
  std::size_t fills_ = 0;
};

}  // namespace regimen::parity
