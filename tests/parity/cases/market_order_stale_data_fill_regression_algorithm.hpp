#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Market orders one second after the open and at noon: the first must wait for a new bar.
class MarketOrderStaleDataFillRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  // Throws std::runtime_error when an order fills on data older than a minute.
  void OnOrderEvent(const OrderEvent& order_event) override;

 private:
  void Trade();

  Symbol spy_;
};

}  // namespace regimen::parity
