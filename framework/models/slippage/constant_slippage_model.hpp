#pragma once

#include "framework/securities/slippage_model.hpp"

namespace regimen {

// A fixed fraction of the last price (LEAN's ConstantSlippageModel).
class ConstantSlippageModel : public SlippageModel {
 public:
  explicit ConstantSlippageModel(Decimal slippage_percent) : slippage_percent_(slippage_percent) {}

  Decimal GetSlippageApproximation(const Security& asset, const Order& order) override;

 private:
  Decimal slippage_percent_;
};

}  // namespace regimen
