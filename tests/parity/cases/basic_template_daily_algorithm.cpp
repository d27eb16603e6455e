#include "tests/parity/cases/basic_template_daily_algorithm.hpp"

namespace regimen::parity {

void BasicTemplateDailyAlgorithm::Initialize() {
  SetStartDate(2013, 10, 8);
  SetEndDate(2013, 10, 17);
  SetCash(100000);
  spy_ = AddEquity("SPY", Resolution::Daily).GetSymbol();
}

void BasicTemplateDailyAlgorithm::OnData(const Slice& /*slice*/) {
  if (Portfolio.Invested()) return;
  SetHoldings(spy_, 1);
  Debug("Purchased Stock");
}

}  // namespace regimen::parity
