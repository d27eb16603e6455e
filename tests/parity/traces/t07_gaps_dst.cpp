#include "tests/parity/traces/t07_gaps_dst.hpp"

namespace regimen::parity {

void T07GapsDst::Initialize() {
  SetStartDate(2008, 3, 7);
  SetEndDate(2008, 3, 11);
  SetCash(100000);
  ShowOnly({"00:00", "09:40", "10:59", "11:01", "15:55", "16:05", "17:00", "23:59:59.9"});
  shy_ = AddEquity("SHY", Resolution::Minute, {.extended_market_hours = true}).GetSymbol();
  spy_ = AddEquity("SPY", Resolution::Hour).GetSymbol();
  ibm_ = AddEquity("IBM", Resolution::Daily).GetSymbol();
  Scheduled("every2h", DateRules.EveryDay(), TimeRules.Every(TimeSpan::FromHours(2)));
  Scheduled("at230", DateRules.EveryDay(), TimeRules.At(2, 30));
  Scheduled("noon", DateRules.EveryDay(), TimeRules.Noon());
  Scheduled("midnight", DateRules.EveryDay(), TimeRules.Midnight());
}

void T07GapsDst::OnTracedData(const Slice& /*slice*/) {
  if (Time().TimeOfDay() != TimeSpan(9, 35, 0)) return;
  Traced("shy", MarketOrder(shy_, 10));
  Traced("spy", MarketOrder(spy_, 10));
  Traced("ibm", MarketOrder(ibm_, 10));
}

}  // namespace regimen::parity
