#pragma once

#include "framework/core/date_time.hpp"
#include "framework/orders/cash_amount.hpp"

namespace regimen {

class PortfolioAccount;
class Security;

// Money that a fill moves, positive for a sale.
struct ApplyFundsSettlementModelParameters {
  PortfolioAccount& Portfolio;
  const regimen::Security& Security;
  DateTime UtcTime;
  regimen::CashAmount CashAmount;
};

// A look at what has settled by now.
struct ScanSettlementModelParameters {
  PortfolioAccount& Portfolio;
  const regimen::Security& Security;
  DateTime UtcTime;
};

// When the proceeds of a sale can be spent (LEAN's ISettlementModel).
class SettlementModel {
 public:
  SettlementModel() = default;
  virtual ~SettlementModel() = default;
  SettlementModel(const SettlementModel&) = delete;
  SettlementModel& operator=(const SettlementModel&) = delete;

  virtual void ApplyFunds(const ApplyFundsSettlementModelParameters& parameters) = 0;
  // Called about once an hour for every active security.
  virtual void Scan(const ScanSettlementModelParameters& /*parameters*/) {}
  // What was earned and cannot be spent yet; while there is any, a removed security stays active.
  virtual CashAmount GetUnsettledCash() const { return {}; }
};

}  // namespace regimen
