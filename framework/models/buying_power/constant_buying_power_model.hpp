#pragma once

#include "framework/securities/buying_power_model.hpp"

namespace regimen {

// A fixed margin for each share, in account currency; leverage has no meaning and setting it does
// nothing (LEAN's ConstantBuyingPowerModel).
class ConstantBuyingPowerModel : public BuyingPowerModel {
 public:
  explicit ConstantBuyingPowerModel(Decimal margin_per_unit) : margin_per_unit_(margin_per_unit) {}

  void SetLeverage(Security& /*security*/, Decimal /*leverage*/) override {}
  Decimal GetInitialMarginRequirement(const InitialMarginParameters& parameters) override {
    return parameters.Quantity * margin_per_unit_;
  }
  Decimal GetMaintenanceMargin(const MaintenanceMarginParameters& parameters) override {
    return parameters.AbsoluteQuantity() * margin_per_unit_;
  }

 private:
  Decimal margin_per_unit_;
};

}  // namespace regimen
