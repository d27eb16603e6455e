#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Half in SPY; adds AIG and BAC on Tuesday, buys a quarter of each on Wednesday, and removes both,
// which closes the positions, on Thursday. Acts once a day.
class AddRemoveSecurityRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;
  void OnOrderEvent(const OrderEvent& order_event) override;

 private:
  Symbol spy_;
  Symbol aig_;
  Symbol bac_;
  DateTime last_action_;
};

}  // namespace regimen::parity
