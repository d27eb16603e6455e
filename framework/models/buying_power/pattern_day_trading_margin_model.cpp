#include "framework/models/buying_power/pattern_day_trading_margin_model.hpp"

#include "framework/securities/security.hpp"

namespace regimen {

Decimal PatternDayTradingMarginModel::Factor(const Security& security) const {
  const bool open = security.Exchange.ExchangeOpen() && !security.Exchange.ClosingSoon();
  return open ? Decimal(1) : closed_factor_;
}

Decimal PatternDayTradingMarginModel::GetLeverage(const Security& security) {
  return SecurityMarginModel::GetLeverage(security) * (1 / Factor(security));
}

Decimal PatternDayTradingMarginModel::GetInitialMarginRequirement(
    const InitialMarginParameters& parameters) {
  return SecurityMarginModel::GetInitialMarginRequirement(parameters) * Factor(parameters.Security);
}

Decimal PatternDayTradingMarginModel::GetMaintenanceMargin(
    const MaintenanceMarginParameters& parameters) {
  return SecurityMarginModel::GetMaintenanceMargin(parameters) * Factor(parameters.Security);
}

}  // namespace regimen
