#include "framework/transactions/order_rounding.hpp"

#include "framework/core/math.hpp"
#include "framework/orders/order.hpp"
#include "framework/securities/price_variation.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

namespace {

Decimal FinestStep(std::span<const OrderAndSecurity> group) {
  Decimal finest;
  for (const auto& [order, security] : group) {
    const Decimal step = GetMinimumPriceVariation(security, order.Price());
    if (step > 0 && (finest.IsZero() || step < finest)) finest = step;
  }
  return finest;
}

}  // namespace

void OrderRounding::RoundQuantity(Order& order, const Security& security) {
  const Decimal lot = security.SymbolProperties().LotSize();
  const Decimal quantity = order.Quantity();
  const Decimal excess = quantity % lot;
  if (excess.IsZero()) return;
  order.SetQuantity(quantity - excess);
  if (quantity_warning_sent_) return;
  quantity_warning_sent_ = true;
  error_(
      "Warning: Due to brokerage limitations, orders will be rounded to the nearest lot size of " +
      lot.ToString());
}

Decimal OrderRounding::Rounded(Decimal price, Decimal step, const char* name) {
  if (step <= 0) return price;
  const Decimal rounded = Math::Round(price / step) * step;
  if (rounded != price && !price_warning_sent_) {
    price_warning_sent_ = true;
    error_("Warning: To meet brokerage precision requirements, order " + std::string(name) +
           " was rounded to " + rounded.ToString() + " from " + price.ToString());
  }
  return rounded;
}

Decimal OrderRounding::Rounded(Decimal price, const Security& security, const char* name) {
  return Rounded(price, GetMinimumPriceVariation(security, price), name);
}

void OrderRounding::RoundPrices(Order& order, const Security& security,
                                std::span<const OrderAndSecurity> group) {
  const OrderType type = order.Type();
  if (IsLimitOrder(type) || type == OrderType::ComboLegLimit) {
    order.SetLimitPrice(Rounded(order.LimitPrice(), security, "LimitPrice"));
  }
  if (IsStopOrder(type)) order.SetStopPrice(Rounded(order.StopPrice(), security, "StopPrice"));
  if (type == OrderType::TrailingStop && !order.TrailingAsPercentage()) {
    order.SetTrailingAmount(Rounded(order.TrailingAmount(), security, "TrailingAmount"));
  }
  if (type == OrderType::LimitIfTouched) {
    order.SetTriggerPrice(Rounded(order.TriggerPrice(), security, "TriggerPrice"));
  }
  if (type == OrderType::ComboLimit && !group.empty()) {
    GroupOrderManager& manager = *order.GroupOrderManager();
    manager.SetLimitPrice(Rounded(manager.LimitPrice(), FinestStep(group), "LimitPrice"));
  }
}

}  // namespace regimen
