#include "templates/buy_and_hold.hpp"

namespace regimen {

void BuyAndHold::Initialize() {
  SetStartDate(2015, 1, 1);
  SetEndDate(2024, 12, 31);
  SetCash(100000);
  spy_ = AddEquity("SPY", Resolution::Daily).GetSymbol();
}

void BuyAndHold::OnData(const Slice& /*slice*/) {
  if (!Portfolio.Invested()) {
    SetHoldings(spy_, 1);
  }
}

}  // namespace regimen
