#include "tests/parity/cases/market_on_close_order_regression_algorithm.hpp"

#include <string>

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

void MarketOnCloseOrderRegressionAlgorithm::Initialize() {
  SetStartDate(2021, 3, 1);
  SetEndDate(2021, 3, 3);
  SetCash(100000);
  spy_ = AddEquity("SPY", Resolution::Hour).GetSymbol();
  Schedule.On(DateRules.Tomorrow(), TimeRules.Noon(), [this] { PlaceAtNoon(); });
}

void MarketOnCloseOrderRegressionAlgorithm::PlaceAtNoon() {
  ticket_ = &MarketOnCloseOrder(spy_, 1);
  const OrderStatus status = ticket_->Status();
  Expect(status == OrderStatus::New || status == OrderStatus::Submitted,
         "the order is " + std::string(ToText(status)) + " at once, expected Submitted");
}

void MarketOnCloseOrderRegressionAlgorithm::OnEndOfAlgorithm() {
  Expect(ticket_ != nullptr, "no order was placed");
  Expect(ticket_->Status() == OrderStatus::Filled,
         "the order ended " + std::string(ToText(ticket_->Status())) + ", expected Filled");
}

}  // namespace regimen::parity
