#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "framework/market/slice.hpp"
#include "framework/orders/order.hpp"
#include "framework/orders/order_processor.hpp"
#include "framework/orders/order_ticket.hpp"
#include "framework/securities/security_manager.hpp"
#include "framework/transactions/transaction_ledger.hpp"

namespace regimen {

struct AlgorithmHooks;
class TransactionHandler;

// A strategy's view of its orders (LEAN's SecurityTransactionManager):
// Transactions.GetOpenOrders(), Transactions.CancelOpenOrders(spy), Transactions.OrdersCount().
//
// Numbers orders and combo groups 1, 2, 3, ... Orders are returned as copies, tickets as references
// that stay valid for the whole run. Open orders are listed in LEAN's order of enumeration. Not
// thread-safe.
class SecurityTransactionManager final : public OrderProcessor {
 public:
  using OrderFilter = std::function<bool(const Order&)>;
  using TicketFilter = std::function<bool(const OrderTicket&)>;

  SecurityTransactionManager(SecurityManager& securities, const AlgorithmHooks& hooks);
  SecurityTransactionManager(const SecurityTransactionManager&) = delete;
  SecurityTransactionManager& operator=(const SecurityTransactionManager&) = delete;
  ~SecurityTransactionManager() override = default;

  DateTime UtcTime() const override { return securities_->UtcTime(); }

  // ---- Requests
  // -----------------------------------------------------------------------------------

  // Throw InvalidOperationError while the strategy initialises or warms up.
  OrderTicket& AddOrder(SubmitOrderRequest request) override;
  OrderTicket& UpdateOrder(UpdateOrderRequest request) override;
  OrderTicket& CancelOrder(CancelOrderRequest request) override;
  // Without a tag the order's own is erased; OrderTicket::Cancel keeps it.
  OrderTicket& CancelOrder(int order_id, const std::string& tag = {});
  OrderTicket& RemoveOrder(int order_id, const std::string& tag = {}) {
    return CancelOrder(order_id, tag);
  }
  // Cancel every open order, of one symbol or of all, and return their tickets.
  std::vector<OrderTicket*> CancelOpenOrders();
  std::vector<OrderTicket*> CancelOpenOrders(const Symbol& symbol,
                                             const std::optional<std::string>& tag = {});
  std::vector<OrderTicket*> CancelOpenOrders(std::string_view ticker,
                                             const std::optional<std::string>& tag = {}) {
    return CancelOpenOrders(securities_->FindSymbol(ticker), tag);
  }

  // ---- Orders
  // -------------------------------------------------------------------------------------

  std::optional<Order> GetOrderById(int order_id) const;
  std::vector<Order> GetOrders(const OrderFilter& filter = {}) const;
  std::vector<Order> GetOpenOrders(const OrderFilter& filter = {}) const;
  std::vector<Order> GetOpenOrders(const Symbol& symbol) const;
  // None where no security has the ticker; so with the tickers below.
  std::vector<Order> GetOpenOrders(std::string_view ticker) const {
    return GetOpenOrders(securities_->FindSymbol(ticker));
  }
  OrderTicket* GetOrderTicket(int order_id) const override;
  std::vector<OrderTicket*> GetOrderTickets(const TicketFilter& filter = {}) const;
  std::vector<OrderTicket*> GetOpenOrderTickets(const TicketFilter& filter = {}) const;
  std::vector<OrderTicket*> GetOpenOrderTickets(const Symbol& symbol) const;
  std::vector<OrderTicket*> GetOpenOrderTickets(std::string_view ticker) const {
    return GetOpenOrderTickets(securities_->FindSymbol(ticker));
  }
  Decimal GetOpenOrdersRemainingQuantity(const TicketFilter& filter = {}) const;
  Decimal GetOpenOrdersRemainingQuantity(const Symbol& symbol) const override;
  Decimal GetOpenOrdersRemainingQuantity(std::string_view ticker) const {
    return GetOpenOrdersRemainingQuantity(securities_->FindSymbol(ticker));
  }
  // What is held plus what the open orders have yet to fill.
  Decimal GetProjectedHoldings(const Security& security) const;
  // Whether `quantity` more shares may be sold short; an order being changed does not count itself.
  bool IsShortable(const Security& security, Decimal quantity,
                   std::optional<int> changed_order = {}) const;
  // Orders that got a number, refused ones included.
  int OrdersCount() const;
  int LastOrderId() const { return last_order_id_; }

  // ---- Results of closed trades
  // ---------------------------------------------------------------------

  std::map<DateTime, Decimal> TransactionRecord() const;
  std::map<DateTime, Decimal> WinningTransactions() const;
  std::map<DateTime, Decimal> LosingTransactions() const;
  int WinCount() const { return static_cast<int>(ledger_.WinCount()); }
  int LossCount() const { return static_cast<int>(ledger_.LossCount()); }

  // ---- The engine's side
  // ----------------------------------------------------------------------------

  void SetTransactionHandler(TransactionHandler& handler) { handler_ = &handler; }
  int GetIncrementOrderId() { return ++last_order_id_; }
  int GetIncrementGroupOrderManagerId() { return ++last_group_id_; }
  const TransactionLedger& Ledger() const { return ledger_; }
  void AddTransactionRecord(DateTime utc_time, Decimal profit_loss, bool is_win) override {
    ledger_.Add(utc_time, profit_loss, is_win);
  }
  // A ticket for a request that was refused before it got a number.
  OrderTicket& Refuse(SubmitOrderRequest request, OrderResponse response);
  // Closes positions and cancels orders in the securities that were delisted. Once for each slice.
  void ProcessDelistings(const Delistings& delistings);
  // Every order in ascending number, as it is.
  std::vector<const Order*> AllOrders() const;

 private:
  void RequireRunning(OrderRequestType type) const;
  OrderTicket& TicketWithoutOrder(const OrderRequest& request);

  SecurityManager* securities_;
  const AlgorithmHooks* hooks_;
  TransactionHandler* handler_ = nullptr;
  TransactionLedger ledger_;
  int last_order_id_ = 0;
  int last_group_id_ = 0;
  // Tickets of requests that reached no order.
  std::deque<OrderTicket> orphans_;
};

}  // namespace regimen
