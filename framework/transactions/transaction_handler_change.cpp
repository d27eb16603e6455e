// How TransactionHandler takes queued changes and cancellations to the broker.
#include "framework/models/brokerages/brokerage_model.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/securities/security.hpp"
#include "framework/transactions/algorithm_hooks.hpp"
#include "framework/transactions/order_messages.hpp"
#include "framework/transactions/transaction_handler.hpp"

namespace regimen {

OrderResponse TransactionHandler::HandleUpdate(Entry& entry, const UpdateOrderRequest& request) {
  Order& order = entry.order;
  const bool was_closed = IsClosed(order.Status());
  if (order.Status() == OrderStatus::New || (was_closed && !request.IsAllowedForClosedOrder())) {
    return RefusedForStatus(order);
  }
  // LEAN rounds the quantity that is being replaced, not the new one.
  rounding_.RoundQuantity(order, *entry.security);
  std::optional<BrokerageMessageEvent> why;
  if (!brokerage_.Model().CanUpdateOrder(*entry.security, order, request, why)) {
    const std::string id = std::to_string(order.Id());
    if (!why) {
      why.emplace(BrokerageMessageType::Warning, "InvalidRequest",
                  "BrokerageModel declared unable to update order: " + id);
    }
    const std::string message = "OrderID: " + id + " " + why->ToString();
    parts_.hooks.error(message);
    Report(order, "BrokerageModel declared unable to update order");
    return OrderResponse::Error(
        order.Id(), OrderResponseErrorCode::BrokerageModelRefusedToUpdateOrder, message);
  }
  if (order.GroupOrderManager() == nullptr) {
    if (auto refusal = UpdateMarginRefusal(entry, request)) return *refusal;
  }
  order.ApplyUpdateOrderRequest(request);
  std::vector<Entry*> legs;
  const bool complete = CollectGroup(entry, legs);
  rounding_.RoundPrices(order, *entry.security,
                        complete ? AsGroup(legs) : std::vector<OrderAndSecurity>());
  if (was_closed || brokerage_.UpdateOrder(entry)) return OrderResponse::Success(order.Id());
  const std::string message =
      "Brokerage failed to update order with id " + std::to_string(order.Id());
  parts_.hooks.error(message);
  Report(order, "Brokerage failed to update order");
  return OrderResponse::Error(order.Id(), OrderResponseErrorCode::BrokerageFailedToUpdateOrder,
                              message);
}

std::optional<OrderResponse> TransactionHandler::UpdateMarginRefusal(
    Entry& entry, const UpdateOrderRequest& request) {
  Order updated = entry.order;
  updated.ApplyUpdateOrderRequest(request);
  const std::string id = std::to_string(updated.Id());
  try {
    const OrderAndSecurity single{updated, *entry.security};
    const auto margin = parts_.portfolio.HasSufficientBuyingPowerForOrder({&single, 1});
    if (margin.IsSufficient()) return {};
    const std::string message =
        "Brokerage failed to update order with id: " + id +
        ", Symbol: " + updated.GetSymbol().Value() +
        ", Insufficient buying power to complete order, Reason: " + margin.Reason() + ".";
    parts_.hooks.error(message);
    Report(updated, message);
    return OrderResponse::Error(updated.Id(), OrderResponseErrorCode::BrokerageFailedToUpdateOrder,
                                message);
  } catch (const std::exception& error) {
    parts_.hooks.error("Order Error: id: " + id +
                       ", Error executing margin models: " + error.what());
    Report(updated, "Error executing margin models");
    return OrderResponse::Error(
        updated.Id(), OrderResponseErrorCode::ProcessingError,
        "An error occurred while checking sufficient buying power for the orders.");
  }
}

OrderResponse TransactionHandler::HandleCancel(Entry& entry, const CancelOrderRequest& request) {
  Order& order = entry.order;
  if (order.Status() == OrderStatus::New || IsClosed(order.Status())) {
    RestoreStatusBeforeCancel(entry);
    return RefusedForStatus(order);
  }
  if (!brokerage_.CancelOrder(entry)) {
    const std::string message =
        "Brokerage failed to cancel order with id " + std::to_string(order.Id());
    parts_.hooks.error(message);
    RestoreStatusBeforeCancel(entry);
    return OrderResponse::Error(order.Id(), OrderResponseErrorCode::BrokerageFailedToCancelOrder,
                                message);
  }
  if (request.Tag()) order.SetTag(*request.Tag());
  return OrderResponse::Success(order.Id());
}

void TransactionHandler::RestoreStatusBeforeCancel(Entry& entry) {
  const auto saved = status_before_cancel_.find(entry.order.Id());
  if (saved == status_before_cancel_.end()) return;
  entry.order.SetStatus(saved->second);
  status_before_cancel_.erase(saved);
}

}  // namespace regimen
