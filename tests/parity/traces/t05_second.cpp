#include "tests/parity/traces/t05_second.hpp"

namespace regimen::parity {

void T05Second::Initialize() {
  SetStartDate(2013, 10, 8);
  SetEndDate(2013, 10, 8);
  SetCash(100000);
  ShowOnly(
      {"00:00", "09:31:15", "12:00", "12:00:20", "15:50", "15:50:10", "15:59:30", "23:59:59.9"});
  spy_ = AddEquity("SPY", Resolution::Second).GetSymbol();
  ibm_ = AddEquity("IBM", Resolution::Second, {.fill_forward = false}).GetSymbol();
  Scheduled("at93105.5", DateRules.EveryDay(), TimeRules.At(TimeSpan(0, 9, 31, 5, 500)),
            [this] { PlaceBetweenSlices(); });
  Scheduled("at93110", DateRules.EveryDay(), TimeRules.At(9, 31, 10),
            [this] { Traced("mkt", MarketOrder(spy_, 10)); });
}

void T05Second::PlaceBetweenSlices() {
  Traced("mkt", MarketOrder(ibm_, 10));
  Traced("lim", LimitOrder(ibm_, -10, Securities[ibm_].Price() + 0.01_m));
  Traced("stop", StopMarketOrder(spy_, 10, Securities[spy_].Price() + 0.02_m));
  Traced("trail", TrailingStopOrder(spy_, -10, 0.02_m, false));
}

}  // namespace regimen::parity
