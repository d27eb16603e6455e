#include "tests/parity/traces/t02_hour_daily_dividends.hpp"

namespace regimen::parity {

void T02HourDailyDividends::Initialize() {
  SetStartDate(2013, 8, 29);
  SetEndDate(2013, 9, 24);
  SetCash(100000);
  spy_ =
      AddEquity("SPY", Resolution::Daily, {.data_normalization_mode = DataNormalizationMode::Raw})
          .GetSymbol();
  aig_ = AddEquity("AIG", Resolution::Hour,
                   {.data_normalization_mode = DataNormalizationMode::SplitAdjusted})
             .GetSymbol();
  bac_ = AddEquity(
             "BAC", Resolution::Hour,
             {.fill_forward = false, .data_normalization_mode = DataNormalizationMode::TotalReturn})
             .GetSymbol();
  ibm_ = AddEquity("IBM", Resolution::Daily, {.fill_forward = false}).GetSymbol();
  Scheduled("at15", DateRules.EveryDay(spy_), TimeRules.At(15, 0));
  Scheduled("midnight", DateRules.EveryDay(spy_), TimeRules.Midnight());
  Scheduled("weekend", DateRules.Every(DayOfWeek::Saturday), TimeRules.Noon());
}

void T02HourDailyDividends::OnTracedData(const Slice& slice) {
  const TradeBar* spy = slice.Bars().Find(spy_);
  if (spy != nullptr && !spy->IsFillForward() && Time().Day() == 3 &&
      Transactions.OrdersCount() < 9) {
    Traced("spy", MarketOrder(spy_, 100));
    Traced("aig", MarketOrder(aig_, 100));
    Traced("bac", MarketOrder(bac_, 100));
  }
  if (Time() == DateTime(2013, 8, 30, 11, 0, 0)) {
    Traced("spy 11h", MarketOrder(spy_, 10));
    Traced("bac 11h", MarketOrder(bac_, 10));
    Traced("aig limit", LimitOrder(aig_, 10, Securities[aig_].Price() * 0.99_m));
  }
  if (Time() == DateTime(2013, 9, 20, 11, 0, 0)) Liquidate();
}

}  // namespace regimen::parity
