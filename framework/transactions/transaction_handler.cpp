#include "framework/transactions/transaction_handler.hpp"

#include "framework/models/brokerages/brokerage_model.hpp"
#include "framework/orders/order_processor.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/securities/security.hpp"
#include "framework/securities/shortable_provider.hpp"
#include "framework/transactions/algorithm_hooks.hpp"
#include "framework/transactions/order_event_sink.hpp"
#include "framework/transactions/order_messages.hpp"
#include "framework/transactions/shortability.hpp"

namespace regimen {

namespace {

std::string NotShortableMessage(const Security& security, Decimal quantity) {
  ShortableProvider* provider = security.ShortableProvider();
  const auto shortable =
      provider == nullptr ? std::nullopt
                          : provider->ShortableQuantity(security.GetSymbol(), security.LocalTime());
  return "Order exceeds shortable quantity " + std::to_string(shortable.value_or(0)) +
         " for Symbol " + security.GetSymbol().Value() + " requested " + quantity.ToString() + ")";
}

}  // namespace

TransactionHandler::TransactionHandler(const Parts& parts)
    : parts_(parts),
      brokerage_({parts.portfolio, parts.settings, parts.hooks, *this}),
      rounding_([&hooks = parts.hooks](const std::string& message) { hooks.error(message); }) {}

TransactionHandler::~TransactionHandler() = default;

void TransactionHandler::SetBrokerageModel(std::shared_ptr<BrokerageModel> model) {
  brokerage_.SetModel(std::move(model));
}

DateTime TransactionHandler::UtcTime() const { return parts_.processor.UtcTime(); }

// ---- Requests in --------------------------------------------------------------------------------

OrderTicket& TransactionHandler::AddOrder(SubmitOrderRequest request) {
  Security& security = parts_.portfolio.Securities[request.GetSymbol()];
  OrderResponse response = OrderResponse::Success(request.OrderId());
  if (parts_.hooks.is_warming_up()) {
    response = OrderResponse::Error(request.OrderId(), OrderResponseErrorCode::AlgorithmWarmingUp,
                                    WarmingUpMessage(OrderRequestType::Submit));
  }
  if (request.Quantity() < 0 && !IsShortable(security, request.Quantity(), registry_)) {
    response =
        OrderResponse::Error(request.OrderId(), OrderResponseErrorCode::ExceedsShortableQuantity,
                             NotShortableMessage(security, request.Quantity()));
  }
  request.SetResponse(response);
  Order order(request);
  Entry& entry = registry_.Add(
      std::make_unique<Entry>(std::move(order), parts_.processor, std::move(request), security));
  ++total_orders_;
  if (response.IsError()) {
    RefuseSubmission(entry, response);
    return entry.ticket;
  }
  entry.order.SetOrderSubmissionData({security.BidPrice(), security.AskPrice(), security.Close()});
  registry_.Open(entry);
  queue_.push_back({OrderRequestType::Submit, &entry, 0});
  Drain();
  return entry.ticket;
}

void TransactionHandler::RefuseSubmission(Entry& entry, const OrderResponse& response) {
  const bool warming_up = response.ErrorCode() == OrderResponseErrorCode::AlgorithmWarmingUp;
  const std::string tag = warming_up ? "Algorithm warming up." : response.ErrorMessage();
  entry.order.SetPriceCurrency(entry.security->SymbolProperties().QuoteCurrency());
  entry.order.SetStatus(OrderStatus::Invalid);
  entry.order.SetTag(tag);
  entry.ticket.SetOrder(entry.order);
  Report(entry.order, tag);
}

OrderTicket* TransactionHandler::UpdateOrder(UpdateOrderRequest request) {
  Entry* entry = registry_.Find(request.OrderId());
  if (entry == nullptr) return nullptr;
  UpdateOrderRequest& kept = entry->ticket.AddUpdateRequest(std::move(request));
  if (auto refusal = UpdateRefusal(*entry, kept)) {
    kept.SetResponse(std::move(*refusal));
    return &entry->ticket;
  }
  kept.SetResponse(OrderResponse::Success(kept.OrderId()), OrderRequestStatus::Processing);
  queue_.push_back({OrderRequestType::Update, entry, entry->ticket.UpdateRequests().size() - 1});
  return &entry->ticket;
}

std::optional<OrderResponse> TransactionHandler::UpdateRefusal(const Entry& entry,
                                                               const UpdateOrderRequest& request) {
  const Order& order = entry.order;
  if (order.Status() == OrderStatus::New ||
      (IsClosed(order.Status()) && !request.IsAllowedForClosedOrder())) {
    return RefusedForStatus(order);
  }
  if (request.Quantity() && request.Quantity()->IsZero()) {
    return OrderResponse::Error(order.Id(), OrderResponseErrorCode::OrderQuantityZero,
                                ZeroQuantityMessage(request));
  }
  if (parts_.hooks.is_warming_up()) {
    return OrderResponse::Error(order.Id(), OrderResponseErrorCode::AlgorithmWarmingUp,
                                WarmingUpMessage(OrderRequestType::Update));
  }
  const Decimal quantity = request.Quantity().value_or(entry.ticket.Quantity());
  const bool sells = order.Direction() == OrderDirection::Sell || quantity < 0;
  if (sells && !IsShortable(*entry.security, quantity, registry_, order.Id())) {
    return OrderResponse::Error(order.Id(), OrderResponseErrorCode::ExceedsShortableQuantity,
                                NotShortableMessage(*entry.security, entry.ticket.Quantity()));
  }
  return {};
}

OrderTicket* TransactionHandler::CancelOrder(CancelOrderRequest request) {
  Entry* entry = registry_.Find(request.OrderId());
  if (entry == nullptr) return nullptr;
  const std::optional<std::string> tag = request.Tag();
  if (!entry->ticket.TrySetCancelRequest(std::move(request))) return &entry->ticket;
  CancelOrderRequest& kept = *entry->ticket.MutableCancelRequest();
  Order& order = entry->order;
  // Before it is known whether the order can be cancelled, as in LEAN: a filled order gets the tag
  // too.
  if (tag) order.SetTag(*tag);
  if (auto refusal = CancelRefusal(*entry)) {
    kept.SetResponse(std::move(*refusal));
    return &entry->ticket;
  }
  status_before_cancel_[order.Id()] = order.Status();
  order.SetStatus(OrderStatus::CancelPending);
  Report(order, {});
  kept.SetResponse(OrderResponse::Success(order.Id()), OrderRequestStatus::Processing);
  queue_.push_back({OrderRequestType::Cancel, entry, 0});
  return &entry->ticket;
}

std::optional<OrderResponse> TransactionHandler::CancelRefusal(const Entry& entry) const {
  const OrderStatus status = entry.order.Status();
  if (status == OrderStatus::New || IsClosed(status)) return RefusedForStatus(entry.order);
  if (parts_.hooks.is_warming_up()) {
    return OrderResponse::Error(entry.order.Id(), OrderResponseErrorCode::AlgorithmWarmingUp,
                                WarmingUpMessage(OrderRequestType::Cancel));
  }
  return {};
}

// ---- The queue ----------------------------------------------------------------------------------

void TransactionHandler::ProcessSynchronousEvents() {
  Drain();
  brokerage_.Scan();
}

void TransactionHandler::Drain() {
  struct RequestScope {
    OrderEventSink& sink;
    explicit RequestScope(OrderEventSink& observer) : sink(observer) { sink.BeginRequest(); }
    ~RequestScope() { sink.EndRequest(); }
    RequestScope(const RequestScope&) = delete;
    RequestScope& operator=(const RequestScope&) = delete;
  };
  while (!queue_.empty()) {
    const RequestScope scope(parts_.sink);
    const Queued queued = queue_.front();
    queue_.pop_front();
    Handle(queued);
    brokerage_.Scan();
  }
}

void TransactionHandler::Handle(const Queued& queued) {
  OrderTicket& ticket = queued.entry->ticket;
  const auto processed = OrderRequestStatus::Processed;
  switch (queued.type) {
    case OrderRequestType::Submit:
      ticket.MutableSubmitRequest().SetResponse(HandleSubmit(*queued.entry), processed);
      return;
    case OrderRequestType::Update: {
      UpdateOrderRequest& request = ticket.MutableUpdateRequest(queued.update_index);
      request.SetResponse(HandleUpdate(*queued.entry, request), processed);
      return;
    }
    case OrderRequestType::Cancel: {
      const CancelOrderRequest request = *ticket.CancelRequest();
      OrderResponse response = HandleCancel(*queued.entry, request);
      ticket.MutableCancelRequest()->SetResponse(std::move(response), processed);
      return;
    }
  }
}

}  // namespace regimen
