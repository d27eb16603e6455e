#include "framework/transactions/backtesting_brokerage.hpp"

#include <algorithm>
#include <map>
#include <typeinfo>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/models/brokerages/brokerage_model.hpp"
#include "framework/orders/order_state.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/securities/algorithm_settings.hpp"
#include "framework/securities/fee_model.hpp"
#include "framework/securities/fill_model.hpp"
#include "framework/securities/order_expiry.hpp"
#include "framework/securities/security.hpp"
#include "framework/transactions/algorithm_hooks.hpp"
#include "framework/transactions/brokerage_listener.hpp"
#include "framework/transactions/order_messages.hpp"
#include "framework/transactions/type_name.hpp"

namespace regimen {

namespace {

int IdOf(const OrderRegistry::Entry* entry) { return entry->order.Id(); }

bool FillsAtOnce(OrderType type) {
  return type == OrderType::Market || type == OrderType::ComboMarket ||
         type == OrderType::OptionExercise;
}

// A market-on-open order never fills on data older than itself: nothing need be computed before.
bool WaitsForNewerData(const Order& order, const Security& security) {
  if (order.Type() != OrderType::MarketOnOpen) return false;
  const BaseData* last = security.GetLastData();
  return last == nullptr ||
         ConvertFromUtc(order.Time(), security.Exchange.TimeZone()) >= last->EndTime();
}

const OrderAndSecurity* FindOrder(std::span<const OrderAndSecurity> orders, int order_id) {
  const auto at = std::ranges::find_if(
      orders, [&](const OrderAndSecurity& leg) { return leg.Order.Id() == order_id; });
  return at == orders.end() ? nullptr : &*at;
}

}  // namespace

DateTime BacktestingBrokerage::UtcTime() const { return parts_.portfolio.Securities.UtcTime(); }

OrderRegistry::Entry* BacktestingBrokerage::FindPending(int order_id) const {
  const auto at = std::ranges::lower_bound(pending_, order_id, {}, IdOf);
  return at != pending_.end() && IdOf(*at) == order_id ? *at : nullptr;
}

OrderRegistry::Entry* BacktestingBrokerage::NextPending(int after, int last) const {
  const auto at = std::ranges::upper_bound(pending_, after, {}, IdOf);
  return at != pending_.end() && IdOf(*at) <= last ? *at : nullptr;
}

void BacktestingBrokerage::RemovePending(int order_id) {
  const auto at = std::ranges::lower_bound(pending_, order_id, {}, IdOf);
  if (at != pending_.end() && IdOf(*at) == order_id) pending_.erase(at);
}

bool BacktestingBrokerage::CollectGroup(Entry& entry, std::vector<Entry*>& legs) const {
  legs.push_back(&entry);
  const auto& group = entry.order.GroupOrderManager();
  if (group == nullptr) return true;
  for (const int id : group->OrderIds()) {
    if (id == entry.order.Id()) continue;
    Entry* leg = FindPending(id);
    if (leg == nullptr) return false;
    legs.push_back(leg);
  }
  std::ranges::sort(legs, {}, IdOf);
  return legs.size() == static_cast<std::size_t>(group->Count());
}

void BacktestingBrokerage::Emit(Entry& entry, OrderStatus status) {
  entry.order.MarkPlaced();
  OrderEvent event(entry.order, UtcTime());
  event.SetStatus(status);
  parts_.listener.OnOrderEvents({&event, 1});
}

bool BacktestingBrokerage::PlaceOrder(Entry& entry) {
  if (entry.order.Status() != OrderStatus::New) return false;
  const auto at = std::ranges::lower_bound(pending_, entry.order.Id(), {}, IdOf);
  pending_.insert(at, &entry);
  Emit(entry, OrderStatus::Submitted);
  return true;
}

bool BacktestingBrokerage::UpdateOrder(Entry& entry) {
  if (FindPending(entry.order.Id()) == nullptr) return false;
  Emit(entry, OrderStatus::UpdateSubmitted);
  return true;
}

bool BacktestingBrokerage::CancelOrder(Entry& entry) {
  std::vector<Entry*> legs;
  if (!CollectGroup(entry, legs)) return false;
  bool all_were_pending = true;
  for (Entry* leg : legs) {
    if (FindPending(leg->order.Id()) == nullptr) all_were_pending = false;
    RemovePending(leg->order.Id());
    Emit(*leg, OrderStatus::Canceled);
  }
  return all_were_pending;
}

void BacktestingBrokerage::RemoveOrders(std::span<const OrderAndSecurity> orders,
                                        OrderStatus status, const std::string& message) {
  std::vector<OrderEvent> events;
  for (const auto& [order, security] : orders) {
    events.emplace_back(order, UtcTime(), OrderFee(), message).SetStatus(status);
    RemovePending(order.Id());
  }
  parts_.listener.OnOrderEvents(events);
}

void BacktestingBrokerage::Scan() {
  if (pending_.empty()) return;
  // Orders placed by the strategy during the scan have larger numbers: they were scanned when
  // placed.
  const int last = IdOf(pending_.back());
  int id = 0;
  while (Entry* entry = NextPending(id, last)) {
    id = entry->order.Id();
    ScanOrder(*entry);
  }
}

void BacktestingBrokerage::ScanOrder(Entry& entry) {
  const Order& order = entry.order;
  if (IsClosed(order.Status())) {
    RemovePending(order.Id());
    return;
  }
  if (order.Time() == UtcTime() && !FillsAtOnce(order.Type())) return;
  if (order.GroupOrderManager() == nullptr) {
    const OrderAndSecurity single{entry.order, *entry.security};
    ScanGroup(entry, {&single, 1});
    return;
  }
  std::vector<Entry*> legs;
  if (!CollectGroup(entry, legs)) return;
  ScanGroup(entry, AsGroup(legs));
}

void BacktestingBrokerage::ScanGroup(Entry& entry, std::span<const OrderAndSecurity> orders) {
  if (!PassesPreChecks(orders) || !HasBuyingPower(entry, orders)) return;
  std::vector<OrderEvent> fills = AskFillModel(entry, orders);
  if (fills.empty()) return;
  CheckFills(entry, fills, orders);
  EmitFills(std::move(fills), orders);
}

bool BacktestingBrokerage::PassesPreChecks(std::span<const OrderAndSecurity> orders) {
  for (const auto& [order, security] : orders) {
    if (WaitsForNewerData(order, security)) return false;
    if (IsOrderExpired(security, order)) {
      RemoveOrders(orders, OrderStatus::Canceled, "The order has expired.");
      return false;
    }
    if (!model_->CanExecuteOrder(security, order)) return false;
  }
  return true;
}

bool BacktestingBrokerage::HasBuyingPower(const Entry& entry,
                                          std::span<const OrderAndSecurity> orders) {
  std::string message;
  try {
    const auto result = parts_.portfolio.HasSufficientBuyingPowerForOrder(orders);
    if (result.IsSufficient()) return true;
    // The cancellation that waits in the queue will end it.
    if (entry.order.Status() == OrderStatus::CancelPending) return false;
    message = InsufficientBuyingPowerMessage(orders, result.Reason());
  } catch (const std::exception& error) {
    // A margin model failed: the order ends, the run goes on.
    RemoveOrders(orders, OrderStatus::Invalid, error.what());
    parts_.hooks.error("Order Error: ids: [" + OrderIdsText(orders) +
                       "], Error executing margin models: " + error.what());
    return false;
  }
  RemoveOrders(orders, OrderStatus::Invalid, message);
  parts_.hooks.error(message);
  return false;
}

std::vector<OrderEvent> BacktestingBrokerage::AskFillModel(
    Entry& entry, std::span<const OrderAndSecurity> orders) {
  try {
    std::vector<OrderEvent> fills = entry.security->FillModel().Fill(
        {*entry.security, entry.order, parts_.settings.StalePriceTimeSpan(), orders});
    for (OrderEvent& fill : fills) {
      // A fill model may have set a fee of its own.
      if (fill.Status() != OrderStatus::Filled || !fill.OrderFee().Value().Amount().IsZero()) {
        continue;
      }
      if (const OrderAndSecurity* leg = FindOrder(orders, fill.OrderId())) {
        fill.SetOrderFee(leg->Security.FeeModel().GetOrderFee({leg->Security, leg->Order}));
      }
    }
    return fills;
  } catch (const std::exception& error) {
    // The order waits; LEAN asks its model again at the next scan.
    parts_.hooks.error("Order Error: id: " + std::to_string(entry.order.Id()) +
                       ", Transaction model failed to fill for order type: " +
                       std::string(ToText(entry.order.Type())) + " with error: " + error.what());
    return {};
  }
}

void BacktestingBrokerage::CheckFills(const Entry& entry, std::span<const OrderEvent> fills,
                                      std::span<const OrderAndSecurity> orders) const {
  const auto refuse = [&](const OrderEvent& fill, const std::string& what) {
    const auto& model = entry.security->FillModel();
    throw InvalidOperationError("fill model " + TypeName(typeid(model)) + " filled " +
                                fill.FillQuantity().ToString() + " of order " +
                                std::to_string(fill.OrderId()) + " (" +
                                entry.order.GetSymbol().Value() + "): " + what);
  };
  std::map<int, Decimal> filled;
  for (const OrderEvent& fill : fills) {
    const OrderAndSecurity* leg = FindOrder(orders, fill.OrderId());
    if (leg == nullptr) refuse(fill, "it was asked about order " + OrderIdsText(orders));
    if (fill.FillQuantity().IsZero()) continue;
    const Decimal ordered = leg->Order.Quantity();
    // Each leg of a combo has its own model, and each model fills the whole group: models that fill
    // in parts may together fill too much, as in LEAN.
    const Decimal left = orders.size() == 1 ? entry.ticket.QuantityRemaining() : ordered;
    if (fill.FillQuantity().Sign() != ordered.Sign()) {
      refuse(fill, "the order is for " + ordered.ToString());
    }
    // An update may have cut the order to less than it has filled.
    const bool over = Math::Abs(filled[fill.OrderId()] += fill.FillQuantity()) > Math::Abs(left);
    if (left.Sign() != ordered.Sign() || over) {
      const Decimal open = left.Sign() == ordered.Sign() ? left : Decimal();
      refuse(fill, "only " + open.ToString() + " of " + ordered.ToString() + " are left to fill");
    }
    if (leg->Security.Type() == SecurityType::Equity && fill.FillPrice() < Decimal()) {
      refuse(fill, "at " + fill.FillPrice().ToString() + ", below zero");
    }
  }
}

void BacktestingBrokerage::EmitFills(std::vector<OrderEvent> fills,
                                     std::span<const OrderAndSecurity> orders) {
  const bool all_closed =
      std::ranges::all_of(fills, [](const OrderEvent& fill) { return IsClosed(fill.Status()); });
  std::vector<OrderEvent> events;
  for (const auto& [order, security] : orders) {
    for (OrderEvent& fill : fills) {
      if (fill.OrderId() != order.Id()) continue;
      if (order.Status() == fill.Status() && fill.FillQuantity().IsZero()) continue;
      // Set here already: the strategy's handler may cause a scan before the event is done.
      order.SetStatus(NextStatus(order.Status(), fill.Status()).value_or(order.Status()));
      events.push_back(std::move(fill));
    }
  }
  parts_.listener.OnOrderEvents(events);
  if (!all_closed) return;
  for (const auto& [order, security] : orders) RemovePending(order.Id());
}

}  // namespace regimen
