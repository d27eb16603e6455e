#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Sells 100 SPY short on the first bar and places the stop from inside the fill's handler.
class StopLossOnOrderEventRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;
  void OnOrderEvent(const OrderEvent& order_event) override;

 private:
  Symbol spy_;
  bool traded_ = false;
};

}  // namespace regimen::parity
