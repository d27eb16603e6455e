#pragma once

#include "framework/securities/slippage_model.hpp"

namespace regimen {

// Grows with the square of the order's share in the last bar's volume (LEAN's
// VolumeShareSlippageModel): share^2 x price impact x last price, the share capped at the volume
// limit. A bar without volume counts as the cap for equities, as nothing for currencies. Throws
// InvalidOperationError on tick data.
class VolumeShareSlippageModel : public SlippageModel {
 public:
  explicit VolumeShareSlippageModel(Decimal volume_limit = Decimal::FromScaled(25, 3),
                                    Decimal price_impact = Decimal::FromScaled(1, 1))
      : volume_limit_(volume_limit), price_impact_(price_impact) {}

  Decimal GetSlippageApproximation(const Security& asset, const Order& order) override;

 private:
  Decimal volume_limit_;
  Decimal price_impact_;
};

}  // namespace regimen
