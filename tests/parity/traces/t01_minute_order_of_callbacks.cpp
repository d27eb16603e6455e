#include "tests/parity/traces/t01_minute_order_of_callbacks.hpp"

namespace regimen::parity {

void T01MinuteOrderOfCallbacks::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 8);
  SetCash(100000);
  ShowOnly({"00:00", "10:05", "11:55", "12:05", "15:45", "23:59:59.9"});
  spy_ = AddEquity("SPY", Resolution::Minute).GetSymbol();
  ibm_ = AddEquity("IBM", Resolution::Minute).GetSymbol();
  ScheduleEvents();
}

void T01MinuteOrderOfCallbacks::ScheduleEvents() {
  const DateRule every_day = DateRules.EveryDay();
  const DateRule open_days = DateRules.EveryDay(spy_);
  Scheduled("on", every_day, TimeRules.At(10, 0));
  Scheduled("after30", open_days, TimeRules.AfterMarketOpen(spy_, 30),
            [this] { Traced("market@10:00", MarketOrder(spy_, 10)); });
  Scheduled("every30", every_day, TimeRules.Every(TimeSpan::FromMinutes(30)));
  Scheduled("close10", open_days, TimeRules.BeforeMarketClose(spy_, 10));
  Scheduled("at1600", every_day, TimeRules.At(16, 0));
  Scheduled("close0", DateRules.EveryDay(ibm_), TimeRules.BeforeMarketClose(ibm_, 0));
  Scheduled("noon", every_day, TimeRules.Noon());
  Scheduled("midnight", every_day, TimeRules.Midnight());
  Scheduled("at930", every_day, TimeRules.At(9, 30));
  Scheduled("at931", every_day, TimeRules.At(9, 31));
  Scheduled("at93230", every_day, TimeRules.At(9, 32, 30), [this] { PlaceBetweenSlices(); });
  Scheduled("open-60", open_days, TimeRules.BeforeMarketOpen(spy_, 60));
  Scheduled("close+30", open_days, TimeRules.AfterMarketClose(spy_, 30));
}

void T01MinuteOrderOfCallbacks::PlaceBetweenSlices() {
  Traced("market@9:32:30", MarketOrder(spy_, 100));
  Traced("limit@9:32:30", LimitOrder(spy_, -50, Securities[spy_].Price() - 0.05_m));
}

void T01MinuteOrderOfCallbacks::OnTracedData(const Slice& /*slice*/) {
  if (Time().TimeOfDay() == TimeSpan(9, 35, 0)) {
    Traced("market in OnData", MarketOrder(ibm_, 20));
    Traced("limit in OnData", LimitOrder(ibm_, -20, Securities[ibm_].Price()));
  }
  if (Time().TimeOfDay() == TimeSpan(16, 0, 0)) Traced("market at close", MarketOrder(ibm_, 1));
}

void T01MinuteOrderOfCallbacks::OnEndOfDay() { Trace("EOD0"); }

}  // namespace regimen::parity
