// How TransactionHandler takes a queued submission to the broker.
#include <algorithm>

#include "framework/models/brokerages/brokerage_model.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/securities/security.hpp"
#include "framework/transactions/algorithm_hooks.hpp"
#include "framework/transactions/order_messages.hpp"
#include "framework/transactions/transaction_handler.hpp"

namespace regimen {

bool TransactionHandler::CollectGroup(Entry& entry, std::vector<Entry*>& legs) const {
  const auto& group = entry.order.GroupOrderManager();
  if (group == nullptr) {
    legs.push_back(&entry);
    return true;
  }
  for (const int id : group->OrderIds()) {
    Entry* leg = registry_.Find(id);
    // A leg counts once its own submission was handled.
    if (leg == nullptr || !leg->ticket.HasOrder()) return false;
    legs.push_back(leg);
  }
  std::ranges::sort(legs, {}, [](const Entry* leg) { return leg->order.Id(); });
  return legs.size() == static_cast<std::size_t>(group->Count());
}

OrderResponse TransactionHandler::HandleSubmit(Entry& entry) {
  Order& order = entry.order;
  const Security& security = *entry.security;
  order.SetPriceCurrency(security.SymbolProperties().QuoteCurrency());
  if (order.Tag().empty()) order.SetTag(order.GetDefaultTag());
  rounding_.RoundQuantity(order, security);
  entry.ticket.SetOrder(order);
  std::vector<Entry*> legs;
  const bool complete = CollectGroup(entry, legs);
  rounding_.RoundPrices(order, security,
                        complete ? AsGroup(legs) : std::vector<OrderAndSecurity>());
  SetPriceAdjustmentMode(entry);
  if (!complete) return OrderResponse::Success(order.Id());
  if (auto refusal = GroupRefusal(entry, legs)) return *refusal;
  for (Entry* leg : legs) {
    if (brokerage_.PlaceOrder(*leg)) continue;
    const std::string message =
        "Brokerage failed to place orders: [" + OrderIdsText(AsGroup(legs)) + "]";
    InvalidateOrders(legs, message);
    parts_.hooks.error(message);
    return OrderResponse::Error(order.Id(), OrderResponseErrorCode::BrokerageFailedToSubmitOrder,
                                message);
  }
  return OrderResponse::Success(order.Id());
}

std::optional<OrderResponse> TransactionHandler::GroupRefusal(Entry& entry,
                                                              std::span<Entry* const> legs) {
  const int id = entry.order.Id();
  const bool any_zero =
      std::ranges::any_of(legs, [](const Entry* leg) { return leg->order.Quantity().IsZero(); });
  if (any_zero) {
    const std::string message = ZeroQuantityMessage(entry.ticket.SubmitRequest());
    parts_.hooks.error(message);
    InvalidateOrders(legs, message);
    return OrderResponse::Error(id, OrderResponseErrorCode::OrderQuantityZero, message);
  }
  const std::vector<OrderAndSecurity> group = AsGroup(legs);
  try {
    const auto margin = parts_.portfolio.HasSufficientBuyingPowerForOrder(group);
    if (!margin.IsSufficient()) {
      const std::string message = InsufficientBuyingPowerMessage(group, margin.Reason());
      parts_.hooks.error(message);
      InvalidateOrders(legs, message);
      return OrderResponse::Error(id, OrderResponseErrorCode::InsufficientBuyingPower, message);
    }
  } catch (const std::exception& error) {
    parts_.hooks.error("Order Error: id: " + std::to_string(id) +
                       ", Error executing margin models: " + error.what());
    Report(entry.order, "Error executing margin models");
    return OrderResponse::Error(
        id, OrderResponseErrorCode::ProcessingError,
        "An error occurred while checking sufficient buying power for the orders.");
  }
  for (const auto& [order, security] : group) {
    std::optional<BrokerageMessageEvent> why;
    if (brokerage_.Model().CanSubmitOrder(security, order, why)) continue;
    if (!why) why.emplace(BrokerageMessageType::Warning, "InvalidOrder", "");
    const std::string message = "BrokerageModel declared unable to submit order: [" +
                                OrderIdsText(group) + "] " + why->ToString();
    InvalidateOrders(legs, message);
    parts_.hooks.error(message);
    return OrderResponse::Error(id, OrderResponseErrorCode::BrokerageModelRefusedToSubmitOrder,
                                message);
  }
  return {};
}

void TransactionHandler::InvalidateOrders(std::span<Entry* const> legs,
                                          const std::string& message) {
  for (Entry* leg : legs) {
    if (!IsClosed(leg->order.Status())) leg->order.SetStatus(OrderStatus::Invalid);
    Report(leg->order, message);
  }
}

void TransactionHandler::SetPriceAdjustmentMode(Entry& entry) {
  // The mode of the symbol's first order holds for all of them, as in LEAN.
  const auto known = price_adjustment_modes_.try_emplace(entry.order.GetSymbol(),
                                                         entry.security->NormalizationMode());
  entry.order.SetPriceAdjustmentMode(known.first->second);
}

}  // namespace regimen
