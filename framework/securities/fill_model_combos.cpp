// The combo orders of FillModel: all legs fill, or none.
#include "framework/core/time_zone.hpp"
#include "framework/orders/group_order_manager.hpp"
#include "framework/securities/fill_model.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

namespace {

// The price at which every leg of a group trades: each at its low when the group is bought, at its
// high when it is sold.
Decimal GroupSidePrice(const Prices& prices, OrderDirection group_direction) {
  return group_direction == OrderDirection::Buy ? prices.Low : prices.High;
}

}  // namespace

std::vector<OrderEvent> FillModel::ComboMarketFill(const Order& /*order*/,
                                                   const FillModelParameters& parameters) {
  std::vector<OrderEvent> fills;
  for (const OrderAndSecurity& leg : parameters.SecuritiesForOrders) {
    fills.push_back(MarketFillOf(leg.Security, leg.Order));
    if (fills.back().Status() != OrderStatus::Filled) return {};
  }
  return fills;
}

std::vector<OrderEvent> FillModel::ComboLegLimitFill(const Order& /*order*/,
                                                     const FillModelParameters& parameters) {
  std::vector<OrderEvent> fills;
  for (const OrderAndSecurity& leg : parameters.SecuritiesForOrders) {
    fills.push_back(LimitFillOf(leg.Security, leg.Order));
    if (fills.back().Status() != OrderStatus::Filled) return {};
  }
  return fills;
}

std::vector<OrderEvent> FillModel::ComboLimitFill(const Order& order,
                                                  const FillModelParameters& parameters) {
  const GroupOrderManager& group = *order.GroupOrderManager();
  const OrderDirection direction = group.Direction();
  std::vector<OrderEvent> fills;
  Decimal net;
  for (const OrderAndSecurity& leg : parameters.SecuritiesForOrders) {
    const Prices prices = GetPrices(leg.Security, leg.Order.Direction());
    const DateTime end = ConvertToUtc(prices.EndTime, leg.Security.Exchange.TimeZone());
    if (end < leg.Order.Time()) return {};
    const Decimal price = GroupSidePrice(prices, direction);
    Decimal ratio = leg.Order.Quantity() / group.Quantity();
    // The net price counts shares in hundreds, as option contracts do.
    if (leg.Security.Type() == SecurityType::Equity) ratio /= 100;
    net += price * ratio;
    fills.push_back(NoFill(leg.Security, leg.Order));
    FillCompletely(fills.back(), leg.Order, price);
  }
  const bool reached = direction == OrderDirection::Buy
                           ? net < group.LimitPrice()
                           : direction == OrderDirection::Sell && net > group.LimitPrice();
  if (!reached) fills.clear();
  return fills;
}

}  // namespace regimen
