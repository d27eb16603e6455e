#include "tests/parity/traces/t03_half_days_precise.hpp"

namespace regimen::parity {

void T03HalfDaysPrecise::Initialize() {
  Settings.SetDailyPreciseEndTime(DailyPreciseEndTime());
  SetStartDate(2013, 11, 26);
  SetEndDate(2014, 1, 2);
  SetCash(100000);
  spy_ = AddEquity("SPY", SpyResolution()).GetSymbol();
  aig_ =
      AddEquity("AIG", Resolution::Daily, {.data_normalization_mode = DataNormalizationMode::Raw})
          .GetSymbol();
  bac_ = AddEquity("BAC", Resolution::Daily, {.fill_forward = false}).GetSymbol();
  ibm_ = AddEquity("IBM", Resolution::Daily).GetSymbol();
  Scheduled("close10", DateRules.EveryDay(spy_), TimeRules.BeforeMarketClose(spy_, 10));
  Scheduled("close0", DateRules.EveryDay(spy_), TimeRules.BeforeMarketClose(spy_, 0));
  Scheduled("monthEnd", DateRules.MonthEnd(spy_), TimeRules.BeforeMarketClose(spy_, 60));
  Scheduled("monthStart", DateRules.MonthStart(spy_), TimeRules.AfterMarketOpen(spy_, 0));
  Scheduled("weekEnd", DateRules.WeekEnd(spy_), TimeRules.At(12, 0));
  Scheduled("yearEnd", DateRules.YearEnd(spy_), TimeRules.At(12, 0));
}

void T03HalfDaysPrecise::OnTracedData(const Slice& slice) {
  const TradeBar* ibm = slice.Bars().Find(ibm_);
  if (ibm != nullptr && !ibm->IsFillForward()) TradeOnDailyBar();
  if (Time() == DateTime(2013, 12, 24, 11, 0, 0)) PlaceChristmasEveOrders();
  if (Time() == DateTime(2013, 12, 24, 13, 0, 0)) Traced("mkt spy 13:00", MarketOrder(spy_, 9));
}

void T03HalfDaysPrecise::TradeOnDailyBar() {
  if (Time().Date() == DateTime(2013, 11, 27)) PlaceNovemberOrders();
  if (Time().Date() == DateTime(2013, 12, 4)) Traced("exit", MarketOrder(aig_, -50));
}

void T03HalfDaysPrecise::PlaceNovemberOrders() {
  Traced("aig", MarketOrder(aig_, 100));
  Traced("ibm", MarketOrder(ibm_, 10));
  Traced("moc", MarketOnCloseOrder(bac_, 50));
  DefaultOrderProperties.SetTimeInForce(TimeInForce::Day);
  Traced("day limit", LimitOrder(ibm_, 5, Securities[ibm_].Price() * 0.9_m));
  Traced("day limit spy", LimitOrder(spy_, 5, Securities[spy_].Price() * 0.9_m));
  DefaultOrderProperties.SetTimeInForce(TimeInForce::GoodTilDate(DateTime(2013, 12, 3)));
  Traced("gtd", LimitOrder(ibm_, 5, Securities[ibm_].Price() * 0.9_m));
  DefaultOrderProperties.SetTimeInForce(TimeInForce::GoodTilCanceled);
}

void T03HalfDaysPrecise::PlaceChristmasEveOrders() {
  Traced("moc spy", MarketOnCloseOrder(spy_, 7));
  Traced("mkt ibm", MarketOrder(ibm_, 3));
  DefaultOrderProperties.SetTimeInForce(TimeInForce::Day);
  Traced("day limit spy", LimitOrder(spy_, 5, Securities[spy_].Price() * 0.9_m));
  DefaultOrderProperties.SetTimeInForce(TimeInForce::GoodTilCanceled);
}

}  // namespace regimen::parity
