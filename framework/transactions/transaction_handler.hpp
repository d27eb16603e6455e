#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "framework/market/slice.hpp"
#include "framework/orders/order_event.hpp"
#include "framework/orders/order_response.hpp"
#include "framework/transactions/backtesting_brokerage.hpp"
#include "framework/transactions/brokerage_listener.hpp"
#include "framework/transactions/order_registry.hpp"
#include "framework/transactions/order_rounding.hpp"

namespace regimen {

struct AlgorithmHooks;
class AlgorithmSettings;
class BrokerageModel;
class OrderEventSink;
class OrderProcessor;
class SecurityPortfolioManager;

// Takes order requests through LEAN's life of an order: checks them, queues them, hands them to the
// broker and spreads the events that come back (LEAN's BrokerageTransactionHandler of a backtest).
//
// Requests wait in one first-in-first-out queue. A submission drains it at once; changes and
// cancellations wait for the next submission or for ProcessSynchronousEvents, which the engine
// calls at the start and at the end of each step. After each drained request the broker scans its
// orders once. Handlers of the strategy may call back in at any event: the nested call completes
// first. Not thread-safe.
class TransactionHandler final : private BrokerageListener {
 public:
  struct Parts {
    // Numbers the orders and owns what tickets call.
    OrderProcessor& processor;
    SecurityPortfolioManager& portfolio;
    const AlgorithmSettings& settings;
    const AlgorithmHooks& hooks;
    OrderEventSink& sink;
  };

  explicit TransactionHandler(const Parts& parts);
  ~TransactionHandler() override;

  // Before the first order; may be replaced while the strategy initialises.
  void SetBrokerageModel(std::shared_ptr<BrokerageModel> model);

  // Requires: the request has its order's number.
  OrderTicket& AddOrder(SubmitOrderRequest request);
  // Return nullptr when there is no such order.
  OrderTicket* UpdateOrder(UpdateOrderRequest request);
  OrderTicket* CancelOrder(CancelOrderRequest request);

  // Drains the queue and scans the waiting orders. Costs nothing when there is neither.
  void ProcessSynchronousEvents();
  // Closes the position in a delisted security at its last price, without a fee and without the
  // broker, by an order numbered `order_id`. Nothing happens without a position. Requires:
  // HasPosition(symbol).
  void CloseDelistedPosition(const Symbol& symbol, int order_id);

  const OrderRegistry& Orders() const { return registry_; }
  // Every order that was accepted, refused by the broker or closed a delisted position.
  int OrdersCount() const { return total_orders_; }
  // All events in the order in which they were delivered.
  const std::deque<OrderEvent>& OrderEvents() const { return events_; }

 private:
  using Entry = OrderRegistry::Entry;
  // A queued request: the ticket holds it.
  struct Queued {
    OrderRequestType type;
    Entry* entry;
    std::size_t update_index;
  };

  DateTime UtcTime() const;
  void Drain();
  void Handle(const Queued& queued);
  OrderResponse HandleSubmit(Entry& entry);
  OrderResponse HandleUpdate(Entry& entry, const UpdateOrderRequest& request);
  OrderResponse HandleCancel(Entry& entry, const CancelOrderRequest& request);

  void RefuseSubmission(Entry& entry, const OrderResponse& response);
  std::optional<OrderResponse> UpdateRefusal(const Entry& entry, const UpdateOrderRequest& request);
  std::optional<OrderResponse> CancelRefusal(const Entry& entry) const;
  std::optional<OrderResponse> GroupRefusal(Entry& entry, std::span<Entry* const> legs);
  std::optional<OrderResponse> UpdateMarginRefusal(Entry& entry, const UpdateOrderRequest& request);
  bool CollectGroup(Entry& entry, std::vector<Entry*>& legs) const;
  void InvalidateOrders(std::span<Entry* const> legs, const std::string& message);
  void RestoreStatusBeforeCancel(Entry& entry);
  void SetPriceAdjustmentMode(Entry& entry);

  // An event that repeats the order's status and says something.
  void Report(const Order& order, const std::string& message);
  void OnOrderEvents(std::span<OrderEvent> events) override;
  void ApplyToOrder(OrderEvent& event, Entry& entry);
  void ApplyFill(const OrderEvent& event);
  void Deliver(const OrderEvent& event);

  Parts parts_;
  OrderRegistry registry_;
  BacktestingBrokerage brokerage_;
  OrderRounding rounding_;
  std::deque<Queued> queue_;
  // What an order was before its cancellation was asked for.
  std::map<int, OrderStatus> status_before_cancel_;
  std::map<Symbol, DataNormalizationMode> price_adjustment_modes_;
  std::deque<OrderEvent> events_;
  int total_orders_ = 0;
};

}  // namespace regimen
