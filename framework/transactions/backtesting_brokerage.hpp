#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/orders/order_event.hpp"
#include "framework/securities/fill_model_parameters.hpp"
#include "framework/transactions/order_registry.hpp"

namespace regimen {

struct AlgorithmHooks;
class AlgorithmSettings;
class BrokerageListener;
class BrokerageModel;
class SecurityPortfolioManager;

// The broker of a backtest: keeps orders until their fill model fills them (LEAN's
// BacktestingBrokerage).
//
// Scan looks at each waiting order once, in ascending number: expired orders are cancelled, orders
// that the account can no longer bear become Invalid, the others are offered to the fill model. An
// order placed at this very instant waits for the next bar, unless it is a market order. The legs
// of a combo are looked at together, once for each leg. Costs nothing while no order waits. Not
// thread-safe.
class BacktestingBrokerage {
 public:
  struct Parts {
    SecurityPortfolioManager& portfolio;
    const AlgorithmSettings& settings;
    const AlgorithmHooks& hooks;
    BrokerageListener& listener;
  };

  explicit BacktestingBrokerage(const Parts& parts) : parts_(parts) {}

  void SetModel(std::shared_ptr<BrokerageModel> model) { model_ = std::move(model); }
  BrokerageModel& Model() const { return *model_; }

  // Each tells the listener and returns false when it cannot be done.
  bool PlaceOrder(OrderRegistry::Entry& entry);
  bool UpdateOrder(OrderRegistry::Entry& entry);
  // Cancels the whole group of a combo.
  bool CancelOrder(OrderRegistry::Entry& entry);

  // Throws InvalidOperationError, naming the fill model, when it fills what was not ordered.
  void Scan();
  bool HasPendingOrders() const { return !pending_.empty(); }

 private:
  using Entry = OrderRegistry::Entry;

  DateTime UtcTime() const;
  Entry* FindPending(int order_id) const;
  // The waiting order of the smallest number above `after`, up to `last`; nullptr when there is
  // none.
  Entry* NextPending(int after, int last) const;
  void RemovePending(int order_id);
  // All legs in ascending number; false while some are missing.
  bool CollectGroup(Entry& entry, std::vector<Entry*>& legs) const;
  void Emit(Entry& entry, OrderStatus status);
  void RemoveOrders(std::span<const OrderAndSecurity> orders, OrderStatus status,
                    const std::string& message);

  void ScanOrder(Entry& entry);
  void ScanGroup(Entry& entry, std::span<const OrderAndSecurity> orders);
  bool PassesPreChecks(std::span<const OrderAndSecurity> orders);
  bool HasBuyingPower(const Entry& entry, std::span<const OrderAndSecurity> orders);
  std::vector<OrderEvent> AskFillModel(Entry& entry, std::span<const OrderAndSecurity> orders);
  void CheckFills(const Entry& entry, std::span<const OrderEvent> fills,
                  std::span<const OrderAndSecurity> orders) const;
  void EmitFills(std::vector<OrderEvent> fills, std::span<const OrderAndSecurity> orders);

  Parts parts_;
  std::shared_ptr<BrokerageModel> model_;
  // In ascending number.
  std::vector<Entry*> pending_;
};

}  // namespace regimen
