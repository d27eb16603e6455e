#include "tests/parity/cases/set_holdings_multiple_targets_regression_algorithm.hpp"

namespace regimen::parity {

void SetHoldingsMultipleTargetsRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 11);
  const SecurityOptions unlevered{.fill_forward = false, .leverage = 1};
  spy_ = AddEquity("SPY", Resolution::Minute, unlevered).GetSymbol();
  ibm_ = AddEquity("IBM", Resolution::Minute, unlevered).GetSymbol();
}

void SetHoldingsMultipleTargetsRegressionAlgorithm::OnData(const Slice& /*slice*/) {
  if (!Portfolio.Invested()) {
    SetHoldings({{spy_, 0.8_m}, {ibm_, 0.2_m}});
  } else {
    SetHoldings({{ibm_, 0.8_m}, {spy_, 0.2_m}});
  }
}

}  // namespace regimen::parity
