#pragma once

#include <string>
#include <utility>

#include "framework/core/decimal.hpp"
#include "framework/core/math.hpp"
#include "framework/orders/order_direction.hpp"

namespace regimen {

class Order;
class PortfolioAccount;
class Security;

// What buying-power models are asked and what they answer (LEAN's ...Parameters and ...Result
// classes). Plain values; money is in the account currency.

// The margin to hold `Quantity` shares more.
struct InitialMarginParameters {
  const regimen::Security& Security;
  Decimal Quantity;
};

// The margin, fee included, that an order takes.
struct InitialMarginRequiredForOrderParameters {
  const regimen::Security& Security;
  const regimen::Order& Order;
};

// The margin to keep `Quantity` shares.
struct MaintenanceMarginParameters {
  const regimen::Security& Security;
  Decimal Quantity;
  Decimal HoldingsCost;
  Decimal HoldingsValue;

  static MaintenanceMarginParameters ForCurrentHoldings(const regimen::Security& security);
  static MaintenanceMarginParameters ForQuantityAtCurrentPrice(const regimen::Security& security,
                                                               Decimal quantity);

  Decimal AbsoluteQuantity() const { return Math::Abs(Quantity); }
  Decimal AbsoluteHoldingsCost() const { return Math::Abs(HoldingsCost); }
  Decimal AbsoluteHoldingsValue() const { return Math::Abs(HoldingsValue); }
};

// What is free for an order of this direction.
struct BuyingPowerParameters {
  const PortfolioAccount& Portfolio;
  const regimen::Security& Security;
  OrderDirection Direction;
};

class HasSufficientBuyingPowerForOrderResult {
 public:
  explicit HasSufficientBuyingPowerForOrderResult(bool is_sufficient, std::string reason = {})
      : is_sufficient_(is_sufficient), reason_(std::move(reason)) {}

  bool IsSufficient() const { return is_sufficient_; }
  // Why not.
  const std::string& Reason() const { return reason_; }

 private:
  bool is_sufficient_;
  std::string reason_;
};

// Can the account bear the order?
struct HasSufficientBuyingPowerForOrderParameters {
  const PortfolioAccount& Portfolio;
  const regimen::Security& Security;
  const regimen::Order& Order;

  HasSufficientBuyingPowerForOrderResult Sufficient() const {
    return HasSufficientBuyingPowerForOrderResult(true);
  }
  HasSufficientBuyingPowerForOrderResult Insufficient(std::string reason = {}) const {
    return HasSufficientBuyingPowerForOrderResult(false, std::move(reason));
  }
};

// How many shares bring the position's margin to this fraction of the portfolio?
struct GetMaximumOrderQuantityForTargetBuyingPowerParameters {
  const PortfolioAccount& Portfolio;
  const regimen::Security& Security;
  // Signed, e.g. 0.5; negative for a short position.
  Decimal TargetBuyingPower;
  // Smaller changes of margin, as fraction of the portfolio, are not worth an order.
  Decimal MinimumOrderMarginPortfolioPercentage;
};

// How many shares change the position's margin by this amount?
struct GetMaximumOrderQuantityForDeltaBuyingPowerParameters {
  const PortfolioAccount& Portfolio;
  const regimen::Security& Security;
  Decimal DeltaBuyingPower;
  Decimal MinimumOrderMarginPortfolioPercentage;
};

class GetMaximumOrderQuantityResult {
 public:
  // `quantity` is the order, not the resulting position.
  explicit GetMaximumOrderQuantityResult(Decimal quantity) : quantity_(quantity) {}
  GetMaximumOrderQuantityResult(Decimal quantity, std::string reason, bool is_error = true)
      : quantity_(quantity), is_error_(is_error), reason_(std::move(reason)) {}

  // Nothing to do: the change of margin is below the minimum.
  static GetMaximumOrderQuantityResult BelowMinimum(std::string reason) {
    GetMaximumOrderQuantityResult result(Decimal(), std::move(reason), false);
    result.below_minimum_ = true;
    return result;
  }

  Decimal Quantity() const { return quantity_; }
  // Why the quantity is 0.
  const std::string& Reason() const { return reason_; }
  bool IsError() const { return is_error_; }
  bool IsBelowMinimumOrderMargin() const { return below_minimum_; }

 private:
  Decimal quantity_;
  bool is_error_ = false;
  bool below_minimum_ = false;
  std::string reason_;
};

}  // namespace regimen
