#include "tests/parity/traces/t19_london_time.hpp"

#include "tests/parity/traces/trace_text.hpp"

namespace regimen::parity {

void T19LondonTime::Initialize() {
  SetTimeZone(Zone());
  SetStartDate(2013, 10, 8);
  SetEndDate(2013, 10, 9);
  SetCash(100000);
  SetBenchmark([this](DateTime time) {
    Trace("BM", Stamp(time));
    return 1;
  });
  ShowOnly(Windows());
  spy_ = AddEquity("SPY", Resolution::Minute).GetSymbol();
  ibm_ = AddEquity("IBM", Resolution::Daily).GetSymbol();
  Scheduled("at16", DateRules.EveryDay(), TimeRules.At(16, 0));
  Scheduled("at16ny", DateRules.EveryDay(), TimeRules.At(16, 0, TimeZones::NewYork()));
  Scheduled("close0", DateRules.EveryDay(spy_), TimeRules.BeforeMarketClose(spy_, 0));
  Scheduled("midnight", DateRules.EveryDay(), TimeRules.Midnight());
  Scheduled("noon", DateRules.EveryDay(), TimeRules.Noon());
  Scheduled("every8h", DateRules.EveryDay(), TimeRules.Every(TimeSpan::FromHours(8)));
  Scheduled("today", DateRules.Today(), TimeRules.At(1, 0));
}

void T19LondonTime::OnTracedData(const Slice& /*slice*/) {
  const bool at_35 = Time().Minute() == 35 && Time().Second() == 0;
  if (!at_35 || !Securities[spy_].Exchange.ExchangeOpen()) return;
  if (Portfolio[spy_].Quantity() >= 20) return;
  Traced("mkt", MarketOrder(spy_, 10));
  Traced("lim", LimitOrder(spy_, -5, Securities[spy_].Price()));
}

void T19LondonTime::OnEndOfDay() { Trace("EOD0"); }

}  // namespace regimen::parity
