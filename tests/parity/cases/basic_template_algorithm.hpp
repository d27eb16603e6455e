#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Buys SPY with the whole portfolio on the first minute bar and holds it for five days.
class BasicTemplateAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;

 private:
  Symbol spy_;
};

}  // namespace regimen::parity
