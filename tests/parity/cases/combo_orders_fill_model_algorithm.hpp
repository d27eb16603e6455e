#pragma once

#include <set>

#include "framework/algorithm.hpp"

namespace regimen::parity {

// A combo order of each kind on hour bars of SPY and IBM, with a fill model that fills in slices.
class ComboOrdersFillModelAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;
  // Throws std::runtime_error when the last slice of an order is not the expected one.
  void OnOrderEvent(const OrderEvent& order_event) override;
  // Throws std::runtime_error when orders of a kind did not fill.
  void OnEndOfAlgorithm() override;

 private:
  Equity* spy_ = nullptr;
  Equity* ibm_ = nullptr;
  std::set<OrderType> filled_types_;
};

}  // namespace regimen::parity
