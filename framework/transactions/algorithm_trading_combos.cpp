// The combo orders of AlgorithmTrading.
#include <algorithm>
#include <numeric>

#include "framework/core/error.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/transactions/algorithm_trading.hpp"
#include "framework/transactions/security_transaction_manager.hpp"

namespace regimen {

namespace {

bool HasPrice(const Leg& leg) { return leg.OrderPrice && !leg.OrderPrice->IsZero(); }

// The size of a combo is its quantity; the legs only say the ratio.
void RequireSmallestRatio(const std::vector<Leg>& legs) {
  int divisor = 0;
  for (const Leg& leg : legs) divisor = std::gcd(divisor, leg.Quantity);
  if (divisor == 1) return;
  throw ArgumentError(
      "The global combo quantity should be used to increase or reduce the size of the order, while "
      "the leg quantities should be used to specify the ratio of the order. The leg quantities "
      "have "
      "the common divisor " +
      std::to_string(divisor) + ": divide them by it and multiply the combo's quantity.");
}

}  // namespace

std::vector<OrderTicket*> AlgorithmTrading::ComboMarketOrder(const std::vector<Leg>& legs,
                                                             int quantity,
                                                             const OrderOptions& options) {
  return ComboOrder(OrderType::ComboMarket, legs, quantity, Decimal(), options);
}

std::vector<OrderTicket*> AlgorithmTrading::ComboLegLimitOrder(const std::vector<Leg>& legs,
                                                               int quantity,
                                                               const OrderOptions& options) {
  if (!std::ranges::all_of(legs, HasPrice)) {
    throw ArgumentError("ComboLegLimitOrder requires a limit price for each leg");
  }
  return ComboOrder(OrderType::ComboLegLimit, legs, quantity, Decimal(), options);
}

std::vector<OrderTicket*> AlgorithmTrading::ComboLimitOrder(const std::vector<Leg>& legs,
                                                            int quantity, Decimal limit_price,
                                                            const OrderOptions& options) {
  if (limit_price.IsZero()) throw ArgumentError("ComboLimitOrder requires a limit price");
  if (std::ranges::any_of(legs, HasPrice)) {
    throw ArgumentError("ComboLimitOrder does not support limit prices for individual legs");
  }
  return ComboOrder(OrderType::ComboLimit, legs, quantity, limit_price, options);
}

std::vector<OrderTicket*> AlgorithmTrading::ComboOrder(OrderType type, const std::vector<Leg>& legs,
                                                       int quantity, Decimal limit_price,
                                                       const OrderOptions& options) {
  RequireSmallestRatio(legs);
  const auto group =
      std::make_shared<GroupOrderManager>(parts_.transactions.GetIncrementGroupOrderManagerId(),
                                          static_cast<int>(legs.size()), quantity, limit_price);
  // All legs are checked first, so that none is sent when one is refused.
  std::vector<regimen::SubmitOrderRequest> requests;
  for (const Leg& leg : legs) {
    auto fields = FieldsOf(type, SecurityForOrder(leg.Symbol),
                           Decimal(leg.Quantity) * group->Quantity(), options);
    fields.limit_price = leg.OrderPrice.value_or(limit_price);
    fields.group_order_manager = group;
    regimen::SubmitOrderRequest request(std::move(fields));
    OrderResponse response = checks_.Check(request);
    if (response.IsError()) {
      return {&parts_.transactions.Refuse(std::move(request), std::move(response))};
    }
    requests.push_back(std::move(request));
  }
  std::vector<OrderTicket*> tickets;
  tickets.reserve(requests.size());
  for (auto& request : requests) {
    tickets.push_back(&parts_.transactions.AddOrder(std::move(request)));
  }
  return tickets;
}

}  // namespace regimen
