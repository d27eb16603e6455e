#include "framework/portfolio/percent_targets.hpp"

#include <utility>

#include "framework/core/math.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/securities/buying_power_model.hpp"
#include "framework/securities/zero_price_message.hpp"

namespace regimen {

PercentTargets::PercentTargets(SecurityPortfolioManager& portfolio,
                               const AlgorithmSettings& settings, Report report)
    : portfolio_(&portfolio), settings_(&settings), report_(std::move(report)) {}

std::optional<Decimal> PercentTargets::OrderQuantity(const Symbol& symbol, Decimal percent) {
  const Decimal size = Math::Abs(percent);
  const Decimal largest = settings_->MaxAbsolutePortfolioTargetPercentage();
  const Decimal smallest = settings_->MinAbsolutePortfolioTargetPercentage();
  if (size > largest || (!size.IsZero() && size < smallest)) {
    report_.error("The portfolio target percent: " + percent.ToString() +
                  ", does not comply with the current "
                  "'Settings.MaxAbsolutePortfolioTargetPercentage': " +
                  largest.ToString() + " or 'Settings.MinAbsolutePortfolioTargetPercentage': " +
                  smallest.ToString() + ". Skipping");
    return {};
  }
  const Security* security = portfolio_->Securities.Find(symbol);
  if (security == nullptr) {
    report_.error(symbol.Value() +
                  " not found in portfolio. Request this data when initializing the algorithm.");
    return {};
  }
  if (security->Price().IsZero()) {
    report_.error(ZeroPriceMessage(symbol));
    return {};
  }
  const Decimal adjusted =
      percent * portfolio_->TotalPortfolioValueLessFreeBuffer() / portfolio_->TotalPortfolioValue();
  BuyingPowerModel& model = security->BuyingPowerModel();
  const auto result = model.GetMaximumOrderQuantityForTargetBuyingPower(
      {*portfolio_, *security, adjusted / model.GetLeverage(*security),
       settings_->MinimumOrderMarginPortfolioPercentage()});
  if (result.IsError()) {
    report_.error("Unable to compute order quantity of " + symbol.Value() +
                  ". Reason: " + result.Reason() + " Returning null.");
    return {};
  }
  if (result.IsBelowMinimumOrderMargin() && !minimum_warning_sent_) {
    minimum_warning_sent_ = true;
    report_.debug(
        "Warning: Portfolio rebalance result ignored as it resulted in a single share trade "
        "recommendation which can generate high fees. To disable minimum order size checks please "
        "set Settings.MinimumOrderMarginPortfolioPercentage = 0.");
  }
  const Decimal lot = security->SymbolProperties().LotSize();
  return result.Quantity() / lot * lot;
}

std::optional<Decimal> PercentTargets::PositionQuantity(const Symbol& symbol, Decimal percent) {
  const auto order = OrderQuantity(symbol, percent);
  if (!order) return {};
  return *order + (*portfolio_)[symbol].Quantity();
}

}  // namespace regimen
