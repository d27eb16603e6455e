#include "framework/models/slippage/constant_slippage_model.hpp"

#include "framework/securities/security.hpp"

namespace regimen {

Decimal ConstantSlippageModel::GetSlippageApproximation(const Security& asset,
                                                        const Order& /*order*/) {
  const BaseData* last = asset.GetLastData();
  return last == nullptr ? Decimal() : last->Value() * slippage_percent_;
}

}  // namespace regimen
