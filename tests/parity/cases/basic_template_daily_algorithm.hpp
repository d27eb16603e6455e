#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Buys SPY on the first daily bar. The order is sent after the close and so fills at the next open.
class BasicTemplateDailyAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;

 private:
  Symbol spy_;
};

}  // namespace regimen::parity
