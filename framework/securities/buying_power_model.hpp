#pragma once

#include "framework/core/decimal.hpp"
#include "framework/securities/buying_power_parameters.hpp"

namespace regimen {

// How much margin a position and an order of one security take, and how large an order may be
// (LEAN's BuyingPowerModel): linear in the value of the position. Derive from it to change single
// rules.
//
// One model belongs to one security. Not thread-safe. Source: LEAN
// Common/Securities/BuyingPowerModel.cs.
class BuyingPowerModel {
 public:
  // Fractions of the position's value; `required_free` of the portfolio is never used.
  struct Requirements {
    Decimal initial_margin = 1;
    Decimal maintenance_margin = 1;
    Decimal required_free_buying_power = 0;
  };

  // Throws ArgumentError when `leverage` is below 1.
  explicit BuyingPowerModel(Decimal leverage = 1, Decimal required_free_buying_power = 0);
  // Throws ArgumentError when a fraction is not in 0..1.
  explicit BuyingPowerModel(const Requirements& requirements);
  virtual ~BuyingPowerModel() = default;
  BuyingPowerModel(const BuyingPowerModel&) = delete;
  BuyingPowerModel& operator=(const BuyingPowerModel&) = delete;

  virtual Decimal GetLeverage(const Security& security);
  virtual void SetLeverage(Security& security, Decimal leverage);

  // Signed as the quantity.
  virtual Decimal GetInitialMarginRequirement(const InitialMarginParameters& parameters);
  // The initial margin of the order's quantity plus its fee, signed as the quantity.
  virtual Decimal GetInitialMarginRequiredForOrder(
      const InitialMarginRequiredForOrderParameters& parameters);
  virtual Decimal GetMaintenanceMargin(const MaintenanceMarginParameters& parameters);
  virtual Decimal GetReservedBuyingPowerForPosition(const Security& security);
  // Never negative.
  virtual Decimal GetBuyingPower(const BuyingPowerParameters& parameters);

  virtual HasSufficientBuyingPowerForOrderResult HasSufficientBuyingPowerForOrder(
      const HasSufficientBuyingPowerForOrderParameters& parameters);
  // Throws ArgumentError when the fee keeps the search from settling.
  virtual GetMaximumOrderQuantityResult GetMaximumOrderQuantityForTargetBuyingPower(
      const GetMaximumOrderQuantityForTargetBuyingPowerParameters& parameters);
  virtual GetMaximumOrderQuantityResult GetMaximumOrderQuantityForDeltaBuyingPower(
      const GetMaximumOrderQuantityForDeltaBuyingPowerParameters& parameters);

 protected:
  // An order against the position may also use the margin that the position frees.
  virtual Decimal GetMarginRemaining(const PortfolioAccount& portfolio, const Security& security,
                                     OrderDirection direction);
  Decimal RequiredFreeBuyingPowerPercent() const { return required_free_; }

 private:
  struct OrderSize {
    Decimal quantity;
    Decimal final_margin;
  };
  // The order, in whole lots, that brings the position's initial margin to `target_margin` or just
  // below.
  OrderSize GetAmountToOrder(const Security& security, Decimal target_margin, Decimal unit_margin);

  Decimal initial_margin_;
  Decimal maintenance_margin_;
  Decimal required_free_;
};

// Whether a change of margin is worth an order: at least this fraction of the portfolio, or no
// margin is left and the position has to shrink.
bool AboveMinimumOrderMarginPortfolioPercentage(const PortfolioAccount& portfolio,
                                                Decimal minimum_percentage,
                                                Decimal absolute_margin);

}  // namespace regimen
