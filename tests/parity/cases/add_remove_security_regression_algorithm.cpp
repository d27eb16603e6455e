#include "tests/parity/cases/add_remove_security_regression_algorithm.hpp"

#include <string>

namespace regimen::parity {

void AddRemoveSecurityRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 11);
  SetCash(100000);
  spy_ = AddSecurity(SecurityType::Equity, "SPY").GetSymbol();
}

void AddRemoveSecurityRegressionAlgorithm::OnData(const Slice& slice) {
  if (slice.Bars().Empty() || last_action_.Date() == Time().Date()) return;
  if (!Portfolio.Invested()) {
    SetHoldings(spy_, 0.5_m);
    last_action_ = Time();
  }
  const DayOfWeek today = Time().DayOfWeek();
  if (today == DayOfWeek::Tuesday) {
    aig_ = AddSecurity(SecurityType::Equity, "AIG").GetSymbol();
    bac_ = AddSecurity(SecurityType::Equity, "BAC").GetSymbol();
    last_action_ = Time();
  } else if (today == DayOfWeek::Wednesday) {
    SetHoldings(aig_, 0.25_m);
    SetHoldings(bac_, 0.25_m);
    last_action_ = Time();
  } else if (today == DayOfWeek::Thursday) {
    RemoveSecurity(aig_);
    RemoveSecurity(bac_);
    last_action_ = Time();
  }
}

void AddRemoveSecurityRegressionAlgorithm::OnOrderEvent(const OrderEvent& order_event) {
  const bool submitted = order_event.Status() == OrderStatus::Submitted;
  if (!submitted && !IsFill(order_event.Status())) return;
  Debug(Time().ToString() + (submitted ? ": Submitted: " : ": Filled: ") +
        Transactions.GetOrderById(order_event.OrderId())->ToString());
}

}  // namespace regimen::parity
