#pragma once

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"

namespace regimen {

class CancelOrderRequest;
class OrderTicket;
class SubmitOrderRequest;
class Symbol;
class UpdateOrderRequest;

// Where order requests go (LEAN's IOrderProcessor): the port through which tickets, margin calls
// and the portfolio reach the transactions room above them.
//
// The tickets returned are owned by the processor for the whole run.
class OrderProcessor {
 public:
  virtual ~OrderProcessor() = default;

  virtual DateTime UtcTime() const = 0;
  virtual OrderTicket& AddOrder(SubmitOrderRequest request) = 0;
  virtual OrderTicket& UpdateOrder(UpdateOrderRequest request) = 0;
  virtual OrderTicket& CancelOrder(CancelOrderRequest request) = 0;
  // Returns nullptr when there is no such order.
  virtual OrderTicket* GetOrderTicket(int order_id) const = 0;
  // What the open orders of a symbol have yet to fill.
  virtual Decimal GetOpenOrdersRemainingQuantity(const Symbol& symbol) const = 0;
  // Keeps the result of a trade that closed (part of) a position at `utc_time`.
  virtual void AddTransactionRecord(DateTime utc_time, Decimal profit_loss, bool is_win) = 0;
};

}  // namespace regimen
