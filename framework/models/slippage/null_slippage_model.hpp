#pragma once

#include "framework/securities/slippage_model.hpp"

namespace regimen {

// No slippage: LEAN's default.
class NullSlippageModel final : public SlippageModel {
 public:
  Decimal GetSlippageApproximation(const Security& /*asset*/, const Order& /*order*/) override {
    return Decimal();
  }
};

}  // namespace regimen
