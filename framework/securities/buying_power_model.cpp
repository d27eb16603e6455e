#include "framework/securities/buying_power_model.hpp"

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/orders/order.hpp"
#include "framework/orders/order_ticket.hpp"
#include "framework/securities/fee_model.hpp"
#include "framework/securities/portfolio_account.hpp"
#include "framework/securities/security.hpp"
#include "framework/securities/zero_price_message.hpp"

namespace regimen {

namespace {

Decimal MarginOfLeverage(Decimal leverage) {
  if (leverage < 1) throw ArgumentError("Leverage must be greater than or equal to 1.");
  return 1 / leverage;
}

Decimal CheckedFraction(Decimal value, const std::string& what) {
  if (value < 0 || value > 1) throw ArgumentError(what + " must be between 0 and 1");
  return value;
}

// Describes a search that did not settle, with what is needed to repeat it.
std::string Circumstances(const Security& security) {
  const SecurityHolding& holdings = security.Holdings;
  return "Security: " + security.GetSymbol().ID().ToString() +
         "; Price: " + security.Close().ToString() +
         "; Leverage: " + security.Leverage().ToString() +
         "; Lot Size: " + security.SymbolProperties().LotSize().ToString() +
         "; Current Holdings: " + holdings.Quantity().ToString() + " @ " +
         holdings.AveragePrice().ToString() + ";";
}

}  // namespace

MaintenanceMarginParameters MaintenanceMarginParameters::ForCurrentHoldings(
    const regimen::Security& security) {
  return {security, security.Holdings.Quantity(), security.Holdings.HoldingsCost(),
          security.Holdings.HoldingsValue()};
}

MaintenanceMarginParameters MaintenanceMarginParameters::ForQuantityAtCurrentPrice(
    const regimen::Security& security, Decimal quantity) {
  const Decimal value = security.Holdings.GetQuantityValue(quantity);
  return {security, quantity, value, value};
}

BuyingPowerModel::BuyingPowerModel(Decimal leverage, Decimal required_free_buying_power)
    : initial_margin_(MarginOfLeverage(leverage)),
      maintenance_margin_(initial_margin_),
      required_free_(
          CheckedFraction(required_free_buying_power, "Free Buying Power Percent requirement")) {}

BuyingPowerModel::BuyingPowerModel(const Requirements& requirements)
    : initial_margin_(CheckedFraction(requirements.initial_margin, "Initial margin requirement")),
      maintenance_margin_(
          CheckedFraction(requirements.maintenance_margin, "Maintenance margin requirement")),
      required_free_(CheckedFraction(requirements.required_free_buying_power,
                                     "Free Buying Power Percent requirement")) {}

Decimal BuyingPowerModel::GetLeverage(const Security& /*security*/) { return 1 / initial_margin_; }

void BuyingPowerModel::SetLeverage(Security& /*security*/, Decimal leverage) {
  initial_margin_ = MarginOfLeverage(leverage);
  maintenance_margin_ = initial_margin_;
}

Decimal BuyingPowerModel::GetInitialMarginRequirement(const InitialMarginParameters& parameters) {
  const Security& security = parameters.Security;
  return security.QuoteCurrency().ConversionRate() *
         security.SymbolProperties().ContractMultiplier() * security.Price() * parameters.Quantity *
         initial_margin_;
}

Decimal BuyingPowerModel::GetInitialMarginRequiredForOrder(
    const InitialMarginRequiredForOrderParameters& parameters) {
  const Security& security = parameters.Security;
  const Decimal fee = security.ToAccountCurrency(
      security.FeeModel().GetOrderFee({security, parameters.Order}).Value());
  const Decimal margin = GetInitialMarginRequirement({security, parameters.Order.Quantity()});
  return margin + Math::Sign(margin) * fee;
}

Decimal BuyingPowerModel::GetMaintenanceMargin(const MaintenanceMarginParameters& parameters) {
  return parameters.AbsoluteHoldingsValue() * maintenance_margin_;
}

Decimal BuyingPowerModel::GetReservedBuyingPowerForPosition(const Security& security) {
  return GetMaintenanceMargin(MaintenanceMarginParameters::ForCurrentHoldings(security));
}

Decimal BuyingPowerModel::GetBuyingPower(const BuyingPowerParameters& parameters) {
  return GetMarginRemaining(parameters.Portfolio, parameters.Security, parameters.Direction);
}

Decimal BuyingPowerModel::GetMarginRemaining(const PortfolioAccount& portfolio,
                                             const Security& security, OrderDirection direction) {
  const Decimal total = portfolio.TotalPortfolioValue();
  Decimal result = portfolio.GetMarginRemaining(total);
  const SecurityHolding& holdings = security.Holdings;
  if ((holdings.IsLong() && direction == OrderDirection::Sell) ||
      (holdings.IsShort() && direction == OrderDirection::Buy)) {
    // Closing frees the margin that is held, opening the other way may use as much again.
    result += GetMaintenanceMargin(MaintenanceMarginParameters::ForCurrentHoldings(security)) +
              GetInitialMarginRequirement({security, holdings.AbsoluteQuantity()});
  }
  result -= total * required_free_;
  return Math::Max(result, Decimal());
}

HasSufficientBuyingPowerForOrderResult BuyingPowerModel::HasSufficientBuyingPowerForOrder(
    const HasSufficientBuyingPowerForOrderParameters& parameters) {
  const Order& order = parameters.Order;
  const Security& security = parameters.Security;
  const Decimal quantity = order.Quantity();
  if (quantity.IsZero()) return parameters.Sufficient();
  const OrderTicket* ticket = parameters.Portfolio.FindOrderTicket(order.Id());
  if (ticket == nullptr) {
    return parameters.Insufficient("Null order ticket for id: " + std::to_string(order.Id()));
  }
  // Closing a position, in part or whole, never lacks capital.
  const Decimal held = security.Holdings.Quantity();
  if (held.Sign() * quantity.Sign() < 0 && Math::Abs(held) >= Math::Abs(quantity)) {
    return parameters.Sufficient();
  }
  const Decimal free = GetMarginRemaining(parameters.Portfolio, security, order.Direction());
  const Decimal unfilled =
      (Math::Abs(quantity) - Math::Abs(ticket->QuantityFilled())) / Math::Abs(quantity);
  const Decimal required = unfilled * GetInitialMarginRequiredForOrder({security, order});
  if (Math::Abs(required) <= free) return parameters.Sufficient();
  return parameters.Insufficient("Id: " + std::to_string(order.Id()) +
                                 ", Initial Margin: " + required.Normalize().ToString() +
                                 ", Free Margin: " + free.Normalize().ToString());
}

GetMaximumOrderQuantityResult BuyingPowerModel::GetMaximumOrderQuantityForDeltaBuyingPower(
    const GetMaximumOrderQuantityForDeltaBuyingPowerParameters& parameters) {
  const Security& security = parameters.Security;
  const Decimal used =
      GetReservedBuyingPowerForPosition(security) * (security.Holdings.IsLong() ? 1 : -1);
  const Decimal total = parameters.Portfolio.TotalPortfolioValue();
  const Decimal target = total.IsZero() ? Decimal() : (used + parameters.DeltaBuyingPower) / total;
  return GetMaximumOrderQuantityForTargetBuyingPower(
      {parameters.Portfolio, security, target, parameters.MinimumOrderMarginPortfolioPercentage});
}

GetMaximumOrderQuantityResult BuyingPowerModel::GetMaximumOrderQuantityForTargetBuyingPower(
    const GetMaximumOrderQuantityForTargetBuyingPowerParameters& parameters) {
  const Security& security = parameters.Security;
  const Decimal total = parameters.Portfolio.TotalPortfolioValue();
  Decimal target_margin = parameters.TargetBuyingPower * (total - total * required_free_);
  if (target_margin.IsZero()) {
    return GetMaximumOrderQuantityResult(-security.Holdings.Quantity());
  }
  const Decimal used_margin = GetInitialMarginRequirement({security, security.Holdings.Quantity()});
  const Decimal unit_margin = GetInitialMarginRequirement({security, 1});
  if (unit_margin.IsZero()) {
    return {Decimal(), ZeroPriceMessage(security.GetSymbol())};
  }
  const Decimal change = Math::Abs(target_margin - used_margin);
  const Decimal minimum = parameters.MinimumOrderMarginPortfolioPercentage;
  if (!AboveMinimumOrderMarginPortfolioPercentage(parameters.Portfolio, minimum, change)) {
    return GetMaximumOrderQuantityResult::BelowMinimum(
        "The target order margin " + change.ToString() + " is less than the minimum " +
        (total * minimum).ToString() + ".");
  }
  // The fee lowers the target, which may take a share away, which may lower the fee: repeat until
  // the margin fits.
  Decimal last_quantity;
  for (;;) {
    const OrderSize size = GetAmountToOrder(security, target_margin, unit_margin);
    if (size.quantity.IsZero()) {
      return {Decimal(),
              "The order quantity is less than the lot size of " +
                  security.SymbolProperties().LotSize().ToString() +
                  " and has been rounded to zero. Target order margin " +
                  (target_margin - used_margin).ToString() + ". ",
              false};
    }
    const Decimal fee =
        security.ToAccountCurrency(GetMarketOrderFees(security, size.quantity, security.UtcTime()));
    target_margin = (total - fee - total * required_free_) * parameters.TargetBuyingPower;
    if (size.quantity == last_quantity) {
      throw ArgumentError(
          "GetMaximumOrderQuantityForTargetBuyingPower failed to converge on the target margin: " +
          target_margin.ToString() + "; Order Fee: " + fee.ToString() + "; " +
          Circumstances(security));
    }
    last_quantity = size.quantity;
    if (Math::Abs(size.final_margin) <= Math::Abs(target_margin)) {
      return GetMaximumOrderQuantityResult(size.quantity);
    }
  }
}

BuyingPowerModel::OrderSize BuyingPowerModel::GetAmountToOrder(const Security& security,
                                                               Decimal target_margin,
                                                               Decimal unit_margin) {
  const Decimal lot = security.SymbolProperties().LotSize();
  const Decimal held = security.Holdings.Quantity();
  const bool target_is_short = target_margin < 0;
  // Towards the side on which less margin is used.
  const auto rounding =
      target_is_short ? MidpointRounding::ToPositiveInfinity : MidpointRounding::ToNegativeInfinity;
  const Decimal ideal = -held + target_margin / unit_margin;
  Decimal quantity = lot * Math::Round(ideal / lot, rounding);
  Decimal margin = GetInitialMarginRequirement({security, quantity + held});
  Decimal excess = margin - target_margin;
  // A model whose margin is not linear may overshoot: lot by lot back.
  while (target_is_short ? excess < 0 : excess > 0) {
    quantity += target_is_short ? lot : -lot;
    margin = GetInitialMarginRequirement({security, quantity + held});
    const Decimal new_excess = margin - target_margin;
    const bool grows =
        Math::Abs(new_excess) > Math::Abs(excess) && Math::Sign(new_excess) == Math::Sign(excess);
    // A model whose margin does not fall with the position would never let this end.
    const bool beyond_zero = (quantity + held).Sign() == (target_is_short ? 1 : -1);
    if (grows || beyond_zero) {
      throw ArgumentError("Margin is being adjusted in the wrong direction. Target Margin: " +
                          target_margin.ToString() + "; MarginForOneUnit: " +
                          unit_margin.ToString() + "; " + Circumstances(security));
    }
    excess = new_excess;
  }
  return {quantity, margin};
}

bool AboveMinimumOrderMarginPortfolioPercentage(const PortfolioAccount& portfolio,
                                                Decimal minimum_percentage,
                                                Decimal absolute_margin) {
  const Decimal total = portfolio.TotalPortfolioValue();
  return total * minimum_percentage <= absolute_margin || portfolio.GetMarginRemaining(total) <= 0;
}

}  // namespace regimen
