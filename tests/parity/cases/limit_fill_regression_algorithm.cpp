#include "tests/parity/cases/limit_fill_regression_algorithm.hpp"

namespace regimen::parity {

void LimitFillRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 11);
  SetCash(100000);
  spy_ = AddSecurity(SecurityType::Equity, "SPY", Resolution::Second).GetSymbol();
}

void LimitFillRegressionAlgorithm::OnData(const Slice& slice) {
  if (!slice.ContainsKey(spy_) || Time().Second() != 0 || Time().Minute() != 0) return;
  const int sign = Time() < StartDate().AddDays(2) ? 1 : -1;
  LimitOrder(spy_, sign * 10, slice[spy_].Price());
}

void LimitFillRegressionAlgorithm::OnOrderEvent(const OrderEvent& order_event) {
  Debug(order_event.ToString());
}

}  // namespace regimen::parity
