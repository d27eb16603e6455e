#include "tests/parity/traces/t27_margin_calls.hpp"

namespace regimen::parity {

void T27MarginCalls::Initialize() {
  SetStartDate(2015, 12, 23);
  SetEndDate(2015, 12, 28);
  SetCash(100000);
  ShowOnly({"00:00", "09:36", "12:49", "13:02", "15:48", "23:59:59.9"});
  goog_ = AddEquity("GOOG", Resolution::Minute, {.leverage = 100}).GetSymbol();
  Scheduled("close0", DateRules.EveryDay(goog_), TimeRules.BeforeMarketClose(goog_, 0));
  Scheduled("close", DateRules.EveryDay(goog_), TimeRules.AfterMarketClose(goog_, 1));
}

void T27MarginCalls::OnTracedData(const Slice& /*slice*/) {
  const Decimal price = Securities[goog_].Price();
  if (Transactions.OrdersCount() == 0 && price > 0) {
    SetHoldings(goog_, 80);
    Traced("rest", LimitOrder(goog_, 100, price * 0.9_m));
  }
  if (Time() == DateTime(2015, 12, 24, 12, 40, 0)) Traced("moc", MarketOnCloseOrder(goog_, -10));
}

}  // namespace regimen::parity
