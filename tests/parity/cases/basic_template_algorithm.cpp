#include "tests/parity/cases/basic_template_algorithm.hpp"

namespace regimen::parity {

void BasicTemplateAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 11);
  SetCash(100000);
  spy_ = AddEquity("SPY", Resolution::Minute).GetSymbol();
}

void BasicTemplateAlgorithm::OnData(const Slice& /*slice*/) {
  if (Portfolio.Invested()) return;
  SetHoldings(spy_, 1);
  Debug("Purchased Stock");
}

}  // namespace regimen::parity
