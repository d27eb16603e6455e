#pragma once

#include "framework/models/buying_power/security_margin_model.hpp"

namespace regimen {

// The margin of a pattern day trader (LEAN's PatternDayTradingMarginModel): one leverage while the
// market is open and not within ten minutes of its close, a smaller one otherwise. Setting the
// leverage does nothing.
class PatternDayTradingMarginModel : public SecurityMarginModel {
 public:
  explicit PatternDayTradingMarginModel(Decimal closed_market_leverage = 2,
                                        Decimal open_market_leverage = 4)
      : SecurityMarginModel(open_market_leverage),
        closed_factor_(open_market_leverage / closed_market_leverage) {}

  void SetLeverage(Security& /*security*/, Decimal /*leverage*/) override {}
  Decimal GetLeverage(const Security& security) override;
  Decimal GetInitialMarginRequirement(const InitialMarginParameters& parameters) override;
  Decimal GetMaintenanceMargin(const MaintenanceMarginParameters& parameters) override;

 private:
  // What margins are multiplied by now.
  Decimal Factor(const Security& security) const;

  Decimal closed_factor_;
};

}  // namespace regimen
