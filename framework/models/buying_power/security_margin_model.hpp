#pragma once

#include "framework/securities/buying_power_model.hpp"

namespace regimen {

// The margin of shares: LEAN's default, BuyingPowerModel under the name that strategies use.
class SecurityMarginModel : public BuyingPowerModel {
 public:
  using BuyingPowerModel::BuyingPowerModel;
};

}  // namespace regimen
