#include "tests/parity/cases/security_to_symbol_regression_algorithm.hpp"

namespace regimen::parity {

void SecurityToSymbolRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 11);
  const Symbol spy = AddEquity("SPY", Resolution::Minute).GetSymbol();
  Schedule.On(DateRules.EveryDay(spy), TimeRules.AfterMarketOpen(spy, 1), [this, spy] {
    if (!Portfolio.Invested()) SetHoldings(spy, 1);
  });
}

}  // namespace regimen::parity
