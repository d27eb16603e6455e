#pragma once

#include "framework/core/decimal.hpp"
#include "framework/securities/cash_book.hpp"

namespace regimen {

class OrderTicket;

// The money side of the portfolio, as the models of a security see it: the cash, what everything is
// worth and how much margin is free. SecurityPortfolioManager is the one implementation; the models
// lie below it. Money is in the account currency unless a cash entry says otherwise. Not
// thread-safe.
class PortfolioAccount {
 public:
  PortfolioAccount() = default;
  virtual ~PortfolioAccount() = default;
  PortfolioAccount(const PortfolioAccount&) = delete;
  PortfolioAccount& operator=(const PortfolioAccount&) = delete;

  // Cash and holdings. O(1) until something changes, then O(invested securities).
  virtual Decimal TotalPortfolioValue() const = 0;
  // What is left of `total_portfolio_value` after unsettled cash and the margin in use.
  virtual Decimal GetMarginRemaining(Decimal total_portfolio_value) const = 0;
  Decimal MarginRemaining() const { return GetMarginRemaining(TotalPortfolioValue()); }
  // Returns nullptr when there is no such order.
  virtual const OrderTicket* FindOrderTicket(int order_id) const = 0;

  // Cash that can be spent, and the proceeds of sales that are not settled yet (the same
  // currencies).
  regimen::CashBook CashBook;
  regimen::CashBook UnsettledCashBook;
};

}  // namespace regimen
