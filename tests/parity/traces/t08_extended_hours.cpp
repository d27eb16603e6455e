#include "tests/parity/traces/t08_extended_hours.hpp"

namespace regimen::parity {

void T08ExtendedHours::Initialize() {
  SetStartDate(2013, 10, 8);
  SetEndDate(2013, 10, 9);
  SetCash(100000);
  Settings.SetDailyConsolidationUseExtendedMarketHours(true);
  ShowOnly({"00:00", "04:06", "09:25", "09:36", "15:45", "16:05", "19:45", "23:59:59.9"});
  spy_ = AddEquity("SPY", Resolution::Minute, {.extended_market_hours = true}).GetSymbol();
  ibm_ = AddEquity("IBM", Resolution::Minute).GetSymbol();
  Scheduled("openExt", DateRules.EveryDay(spy_), TimeRules.AfterMarketOpen(spy_, 0, true));
  Scheduled("closeExt", DateRules.EveryDay(spy_), TimeRules.BeforeMarketClose(spy_, 0, true));
  Scheduled("open", DateRules.EveryDay(spy_), TimeRules.AfterMarketOpen(spy_, 0));
  Scheduled("close", DateRules.EveryDay(spy_), TimeRules.BeforeMarketClose(spy_, 0));
  Scheduled("pre", DateRules.EveryDay(), TimeRules.At(8, 0), [this] { PlaceBeforeOpen(); });
  Scheduled("post", DateRules.EveryDay(), TimeRules.At(16, 30), [this] { PlaceAfterClose(); });
}

void T08ExtendedHours::PlaceBeforeOpen() {
  const Decimal spy = Securities[spy_].Price();
  const Decimal ibm = Securities[ibm_].Price();
  Traced("mkt pre", MarketOrder(spy_, 10));
  Traced("lim pre", LimitOrder(spy_, 10, spy + 0.2_m));
  Traced("lim pre ibm", LimitOrder(ibm_, 10, ibm.IsZero() ? Decimal(180) : ibm + 0.2_m));
  Traced("stop pre", StopMarketOrder(spy_, -5, spy + 1));
  Traced("sl pre", StopLimitOrder(spy_, -5, spy + 1, spy - 1));
}

void T08ExtendedHours::PlaceAfterClose() {
  Traced("mkt post", MarketOrder(spy_, 10));
  Traced("lim post", LimitOrder(spy_, -10, Securities[spy_].Price() - 0.2_m));
  Traced("trail", TrailingStopOrder(spy_, -5, 0.01_m, false));
}

}  // namespace regimen::parity
