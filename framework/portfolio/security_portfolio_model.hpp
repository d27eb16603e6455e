#pragma once

namespace regimen {

class OrderEvent;
class OrderProcessor;
class PortfolioAccount;
class Security;

// Applies a fill to cash and position, in LEAN's order: sale volume, fee, cash flow, realised
// profit (with its transaction record), then quantity and average price. When a step throws, the
// position is still set to what was known by then, as in LEAN, and the exception goes on. Source:
// LEAN Common/Securities/SecurityPortfolioModel.cs.
class SecurityPortfolioModel {
 public:
  SecurityPortfolioModel(PortfolioAccount& account, OrderProcessor& records)
      : account_(&account), records_(&records) {}

  void ProcessFill(Security& security, const OrderEvent& fill);

 private:
  void ApplyCash(Security& security, const OrderEvent& fill);
  void CloseProfit(Security& security, const OrderEvent& fill);

  PortfolioAccount* account_;
  OrderProcessor* records_;
};

}  // namespace regimen
