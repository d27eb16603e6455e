#pragma once

#include <deque>

#include "framework/core/time_span.hpp"
#include "framework/orders/cash_amount.hpp"
#include "framework/securities/settlement_model.hpp"

namespace regimen {

// The proceeds of a sale can be spent some trading days later, at a time of day of the exchange
// (LEAN's DelayedSettlementModel); purchases are paid at once. Belongs to one security.
class DelayedSettlementModel : public SettlementModel {
 public:
  // LEAN's defaults for shares in a cash account.
  static constexpr int kDefaultDays = 1;
  static constexpr TimeSpan kDefaultTime = TimeSpan::FromHours(6);

  explicit DelayedSettlementModel(int number_of_days = kDefaultDays,
                                  TimeSpan time_of_day = kDefaultTime)
      : number_of_days_(number_of_days), time_of_day_(time_of_day) {}

  void ApplyFunds(const ApplyFundsSettlementModelParameters& parameters) override;
  void Scan(const ScanSettlementModelParameters& parameters) override;
  CashAmount GetUnsettledCash() const override;

 private:
  struct Unsettled {
    DateTime settles_utc;
    CashAmount money;
  };

  int number_of_days_;
  TimeSpan time_of_day_;
  std::deque<Unsettled> unsettled_;
};

}  // namespace regimen
