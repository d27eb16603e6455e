#include "tests/parity/traces/t06_tick.hpp"

namespace regimen::parity {

void T06Tick::Initialize() {
  SetStartDate(2013, 10, 8);
  SetEndDate(2013, 10, 8);
  SetCash(100000);
  ShowOnly({"00:00", "09:29", "09:29:58", "09:30:06", "12:00", "12:00:10", "15:59:57", "16:00:30",
            "19:30", "23:59:59.9"});
  ibm_ = AddEquity("IBM", Resolution::Tick, {.extended_market_hours = true}).GetSymbol();
  Scheduled("pre", DateRules.EveryDay(), TimeRules.At(9, 0, 0), [this] {
    Traced("mkt pre", MarketOrder(ibm_, 5));
    Traced("lim pre", LimitOrder(ibm_, 5, Securities[ibm_].Price() + 0.5_m));
  });
  Scheduled("at12", DateRules.EveryDay(), TimeRules.At(12, 0, 0), [this] { PlaceAtNoon(); });
  Scheduled("at1530", DateRules.EveryDay(), TimeRules.At(15, 30, 0),
            [this] { Traced("moc", MarketOnCloseOrder(ibm_, -10)); });
  Scheduled("post", DateRules.EveryDay(), TimeRules.At(16, 5, 0),
            [this] { Traced("mkt post", MarketOrder(ibm_, 5)); });
}

void T06Tick::PlaceAtNoon() {
  Traced("mkt", MarketOrder(ibm_, 10));
  const Decimal price = Securities[ibm_].Price();
  Traced("lim", LimitOrder(ibm_, -10, price + 0.02_m));
  Traced("stop", StopMarketOrder(ibm_, -5, price - 0.05_m));
  Traced("sl", StopLimitOrder(ibm_, -5, price - 0.03_m, price - 0.10_m));
  Traced("trail", TrailingStopOrder(ibm_, -5, 0.001_m, true));
  Traced("lit", LimitIfTouchedOrder(ibm_, 5, price - 0.03_m, price));
}

}  // namespace regimen::parity
