#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// At two midnights: a market and two limit orders, then everything is liquidated. All orders end
// cancelled and nothing is held.
class LiquidateRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  // Throws std::runtime_error when an order was not cancelled or something is held.
  void OnEndOfAlgorithm() override;

 private:
  void Rebalance();

  Symbol spy_;
  Symbol ibm_;
};

}  // namespace regimen::parity
