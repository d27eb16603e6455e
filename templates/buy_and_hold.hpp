#pragma once

#include "framework/algorithm.hpp"

namespace regimen {

// Buys SPY with the whole portfolio on the first day and holds it: the yardstick of every other
// strategy.
class BuyAndHold : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;

 private:
  Symbol spy_;
};

}  // namespace regimen
