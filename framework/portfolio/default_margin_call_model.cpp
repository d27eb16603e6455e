#include "framework/portfolio/default_margin_call_model.hpp"

#include <algorithm>

#include "framework/core/math.hpp"
#include "framework/orders/order_processor.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/securities/buying_power_model.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

DefaultMarginCallModel::DefaultMarginCallModel(SecurityPortfolioManager& portfolio,
                                               OrderProcessor& orders,
                                               OrderProperties default_order_properties,
                                               Decimal margin_buffer)
    : portfolio_(&portfolio),
      orders_(&orders),
      default_order_properties_(default_order_properties),
      margin_buffer_(margin_buffer) {}

MarginCall DefaultMarginCallModel::GetMarginCallOrders() {
  const Decimal used = portfolio_->TotalMarginUsed();
  if (used <= 0) return {};
  const Decimal total = portfolio_->TotalPortfolioValue();
  const Decimal remaining = portfolio_->GetMarginRemaining(total);
  MarginCall call;
  call.issue_warning = remaining <= total * Decimal::FromScaled(5, 2);
  if (remaining > 0) return call;
  if (used > total * (1 + margin_buffer_)) {
    for (const Security* security : portfolio_->InvestedSecurities()) {
      if (auto order = ReducingOrder(*security, used - total)) {
        call.orders.push_back(std::move(*order));
      }
    }
  }
  call.issue_warning = !call.orders.empty();
  return call;
}

std::optional<SubmitOrderRequest> DefaultMarginCallModel::ReducingOrder(const Security& security,
                                                                        Decimal excess_margin) {
  if (security.QuoteCurrency().ConversionRate().IsZero()) return {};
  const Decimal held = security.Holdings.Quantity();
  const Decimal used = security.BuyingPowerModel().GetMaintenanceMargin(
      MaintenanceMarginParameters::ForQuantityAtCurrentPrice(security, held));
  const Decimal keep = Math::Max(Decimal(), used - excess_margin);
  const auto size = security.BuyingPowerModel().GetMaximumOrderQuantityForDeltaBuyingPower(
      {*portfolio_, security, (used - keep) * -Math::Sign(held), 0});
  const Decimal lot = security.SymbolProperties().LotSize();
  const Decimal quantity = Math::Abs(size.Quantity() / lot) * lot * -Math::Sign(held);
  if (quantity.IsZero()) return {};
  return SubmitOrderRequest({.order_type = OrderType::Market,
                             .symbol = security.GetSymbol(),
                             .quantity = quantity,
                             .time = security.UtcTime(),
                             .tag = "Margin Call",
                             .properties = default_order_properties_});
}

std::vector<OrderTicket*> DefaultMarginCallModel::ExecuteMarginCall(
    std::vector<SubmitOrderRequest> orders) {
  if (portfolio_->MarginRemaining() >= 0) return {};
  std::vector<std::pair<Decimal, SubmitOrderRequest*>> by_profit;
  by_profit.reserve(orders.size());
  for (SubmitOrderRequest& order : orders) {
    by_profit.emplace_back((*portfolio_)[order.GetSymbol()].UnrealizedProfit(), &order);
  }
  std::ranges::stable_sort(by_profit,
                           [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<OrderTicket*> tickets;
  for (const auto& [profit, order] : by_profit) {
    tickets.push_back(&orders_->AddOrder(std::move(*order)));
    if (portfolio_->MarginRemaining() >= 0) break;
  }
  return tickets;
}

}  // namespace regimen
