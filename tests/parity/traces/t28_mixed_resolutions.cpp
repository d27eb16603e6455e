#include "tests/parity/traces/t28_mixed_resolutions.hpp"

namespace regimen::parity {

void T28MixedResolutions::Initialize() {
  SetStartDate(2013, 10, 10);
  SetEndDate(2013, 10, 15);
  SetCash(100000);
  ShowOnly({"00:00", "09:34", "09:59", "10:02", "15:58", "23:59:59.9"});
  AddEquity("SPY", Resolution::Minute);
  ibm_ = AddEquity("IBM", Resolution::Hour).GetSymbol();
  aig_ = AddEquity("AIG", Resolution::Daily).GetSymbol();
  AddEquity("BAC", Resolution::Minute, {.fill_forward = false});
  AddEquity("AAPL", Resolution::Daily, {.fill_forward = false});
  Scheduled("at16", DateRules.EveryDay(), TimeRules.At(16, 0));
  Scheduled("at10", DateRules.EveryDay(), TimeRules.At(10, 0));
}

void T28MixedResolutions::OnTracedData(const Slice& /*slice*/) {
  if (Time().TimeOfDay() != TimeSpan(10, 1, 0)) return;
  Traced("ibm", MarketOrder(ibm_, 10));
  Traced("aig", MarketOrder(aig_, 10));
  Traced("aig lim", LimitOrder(aig_, 5, Securities[aig_].Price()));
  Traced("ibm lim", LimitOrder(ibm_, 5, Securities[ibm_].Price()));
}

}  // namespace regimen::parity
