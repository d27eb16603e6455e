#include "framework/models/settlement/immediate_settlement_model.hpp"

#include "framework/securities/portfolio_account.hpp"

namespace regimen {

void ImmediateSettlementModel::ApplyFunds(const ApplyFundsSettlementModelParameters& parameters) {
  const CashAmount& money = parameters.CashAmount;
  parameters.Portfolio.CashBook[money.Currency()].AddAmount(money.Amount());
}

}  // namespace regimen
