#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Second bars; at each full hour a limit order at the present price: ten shares long for two days,
// then ten short.
class LimitFillRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;
  void OnOrderEvent(const OrderEvent& order_event) override;

 private:
  Symbol spy_;
};

}  // namespace regimen::parity
