#include "tests/parity/cases/market_order_stale_data_fill_regression_algorithm.hpp"

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

void MarketOrderStaleDataFillRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 11);
  SetCash(100000);
  spy_ = AddEquity("SPY", Resolution::Minute).GetSymbol();
  Schedule.On(DateRules.EveryDay(spy_), TimeRules.At(9, 30, 1), [this] { Trade(); });
  Schedule.On(DateRules.EveryDay(spy_), TimeRules.At(12, 0, 0), [this] { Trade(); });
}

void MarketOrderStaleDataFillRegressionAlgorithm::Trade() {
  if (Securities[spy_].HasData()) MarketOrder(spy_, 1);
}

void MarketOrderStaleDataFillRegressionAlgorithm::OnOrderEvent(const OrderEvent& order_event) {
  if (order_event.Status() != OrderStatus::Filled) return;
  const Security& security = Securities[order_event.GetSymbol()];
  const BaseData* last = security.GetLastData();
  if (last == nullptr) return;
  const TimeSpan age =
      order_event.UtcTime() - ConvertToUtc(last->EndTime(), security.Exchange.TimeZone());
  Expect(age <= TimeSpan::FromMinutes(1),
         "an order filled on data that are " + age.ToString() + " old, expected at most a minute");
}

}  // namespace regimen::parity
