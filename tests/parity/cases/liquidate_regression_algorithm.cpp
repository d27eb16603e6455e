#include "tests/parity/cases/liquidate_regression_algorithm.hpp"

#include <string>

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

void LiquidateRegressionAlgorithm::Initialize() {
  SetStartDate(2018, 1, 4);
  SetEndDate(2018, 1, 10);
  spy_ = AddEquity("SPY", Resolution::Daily).GetSymbol();
  ibm_ = AddEquity("IBM", Resolution::Daily).GetSymbol();
  Schedule.On(DateRules.On(2018, 1, 5), TimeRules.Midnight(), [this] { Rebalance(); });
  Schedule.On(DateRules.On(2018, 1, 8), TimeRules.Midnight(), [this] { Rebalance(); });
}

void LiquidateRegressionAlgorithm::Rebalance() {
  MarketOrder(ibm_, 10);
  LimitOrder(ibm_, 1, Securities[ibm_].Price() - 5);
  LimitOrder(spy_, 1, Securities[spy_].Price() - 5);
  Liquidate();
}

void LiquidateRegressionAlgorithm::OnEndOfAlgorithm() {
  for (const regimen::Order& order : Transactions.GetOrders()) {
    Expect(order.Status() == OrderStatus::Canceled,
           "order " + std::to_string(order.Id()) + " was not cancelled");
  }
  for (const SecurityHolding* holding : Portfolio.Values()) {
    Expect(holding->Quantity().IsZero(), "something is held at the end");
  }
}

}  // namespace regimen::parity
