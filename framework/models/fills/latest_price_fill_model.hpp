#pragma once

#include "framework/models/fills/immediate_fill_model.hpp"

namespace regimen {

// Fills at whichever came last, quote or trade, instead of preferring quotes (LEAN's
// LatestPriceFillModel).
class LatestPriceFillModel : public ImmediateFillModel {
 protected:
  Prices GetPrices(const Security& asset, OrderDirection direction) override;
};

}  // namespace regimen
