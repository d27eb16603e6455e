#include "tests/parity/cases/sliced_fill_model.hpp"

#include <algorithm>
#include <utility>

namespace regimen::parity {

std::vector<OrderEvent> SlicedFillModel::ComboMarketFill(const Order& order,
                                                         const FillModelParameters& parameters) {
  return Sliced(FillModel::ComboMarketFill(order, parameters), parameters, slices_.market);
}

std::vector<OrderEvent> SlicedFillModel::ComboLimitFill(const Order& order,
                                                        const FillModelParameters& parameters) {
  return Sliced(FillModel::ComboLimitFill(order, parameters), parameters, slices_.limit);
}

std::vector<OrderEvent> SlicedFillModel::ComboLegLimitFill(const Order& order,
                                                           const FillModelParameters& parameters) {
  return Sliced(FillModel::ComboLegLimitFill(order, parameters), parameters, slices_.leg_limit);
}

std::vector<OrderEvent> SlicedFillModel::Sliced(std::vector<OrderEvent> fills,
                                                const FillModelParameters& parameters, int slice) {
  for (OrderEvent& fill : fills) {
    const auto leg = std::find_if(
        parameters.SecuritiesForOrders.begin(), parameters.SecuritiesForOrders.end(),
        [&fill](const OrderAndSecurity& each) { return each.Order.Id() == fill.OrderId(); });
    CutToSlice(fill, leg->Order, slice);
  }
  return fills;
}

void SlicedFillModel::CutToSlice(OrderEvent& fill, const Order& order, int slice) {
  Decimal& remaining = remaining_.try_emplace(order.Id(), order.AbsoluteQuantity()).first->second;
  const Decimal filled = Math::Min(remaining, slice);
  fill.SetFillQuantity(Math::Sign(order.Quantity()) * filled);
  remaining -= filled;
  fill.SetStatus(remaining.IsZero() ? OrderStatus::Filled : OrderStatus::PartiallyFilled);
  if (remaining.IsZero()) remaining_.erase(order.Id());
}

}  // namespace regimen::parity
