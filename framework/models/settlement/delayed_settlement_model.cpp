#include "framework/models/settlement/delayed_settlement_model.hpp"

#include "framework/core/time_zone.hpp"
#include "framework/securities/portfolio_account.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

void DelayedSettlementModel::ApplyFunds(const ApplyFundsSettlementModelParameters& parameters) {
  const CashAmount& money = parameters.CashAmount;
  if (money.Amount() <= 0) {
    parameters.Portfolio.CashBook[money.Currency()].AddAmount(money.Amount());
    return;
  }
  parameters.Portfolio.UnsettledCashBook[money.Currency()].AddAmount(money.Amount());
  const SecurityExchange& exchange = parameters.Security.Exchange;
  DateTime date = ConvertFromUtc(parameters.UtcTime, exchange.TimeZone()).Date();
  for (int days = 0; days < number_of_days_;) {
    date = date.AddDays(1);
    if (exchange.Hours().IsDateOpen(date)) ++days;
  }
  unsettled_.push_back({ConvertToUtc(date + time_of_day_, exchange.TimeZone()), money});
}

void DelayedSettlementModel::Scan(const ScanSettlementModelParameters& parameters) {
  while (!unsettled_.empty() && parameters.UtcTime >= unsettled_.front().settles_utc) {
    const CashAmount money = unsettled_.front().money;
    unsettled_.pop_front();
    parameters.Portfolio.UnsettledCashBook[money.Currency()].AddAmount(-money.Amount());
    parameters.Portfolio.CashBook[money.Currency()].AddAmount(money.Amount());
  }
}

CashAmount DelayedSettlementModel::GetUnsettledCash() const {
  if (unsettled_.empty()) return {};
  Decimal sum;
  for (const Unsettled& unsettled : unsettled_) sum += unsettled.money.Amount();
  return {sum, unsettled_.front().money.Currency()};
}

}  // namespace regimen
