#include "tests/parity/cases/extended_market_trading_regression_algorithm.hpp"

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

void ExtendedMarketTradingRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 11);
  SetCash(100000);
  spy_ = AddEquity("SPY", Resolution::Minute, "usa", true, 0, true).GetSymbol();
}

void ExtendedMarketTradingRegressionAlgorithm::OnData(const Slice& slice) {
  if (slice.Bars().Empty() || last_action_.Date() == Time().Date() || InMarketHours()) return;
  LimitOrder(spy_, 10, slice.Bars()[spy_].Low());
  last_action_ = Time();
}

void ExtendedMarketTradingRegressionAlgorithm::OnOrderEvent(const OrderEvent& order_event) {
  Expect(!InMarketHours(), "an order was processed in the regular session");
  Log(order_event.ToString());
}

bool ExtendedMarketTradingRegressionAlgorithm::InMarketHours() const {
  const TimeSpan now = Time().TimeOfDay();
  return TimeSpan(9, 30, 0) < now && now < TimeSpan(16, 0, 0);
}

}  // namespace regimen::parity
