#pragma once

#include "framework/securities/buying_power_model.hpp"

namespace regimen {

// Every order is affordable and no position needs margin (LEAN's BuyingPowerModel.Null).
class NullBuyingPowerModel : public BuyingPowerModel {
 public:
  Decimal GetMaintenanceMargin(const MaintenanceMarginParameters& /*parameters*/) override {
    return Decimal();
  }
  HasSufficientBuyingPowerForOrderResult HasSufficientBuyingPowerForOrder(
      const HasSufficientBuyingPowerForOrderParameters& parameters) override {
    return parameters.Sufficient();
  }
};

}  // namespace regimen
