#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Moves between 80/20 and 20/80 of SPY and IBM on every minute bar. Without leverage the lists of
// targets work only because the orders that free margin are sent first.
class SetHoldingsMultipleTargetsRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;

 private:
  Symbol spy_;
  Symbol ibm_;
};

}  // namespace regimen::parity
