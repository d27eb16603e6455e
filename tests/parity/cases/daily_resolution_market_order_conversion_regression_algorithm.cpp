#include "tests/parity/cases/daily_resolution_market_order_conversion_regression_algorithm.hpp"

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

namespace {

constexpr DateTime kTradingDay(2013, 10, 8);

}  // namespace

void DailyResolutionMarketOrderConversionRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 9);
  SetCash(100000);
  daily_ = AddEquity("SPY", Resolution::Daily).GetSymbol();
  minute_ = AddEquity("IBM", Resolution::Minute).GetSymbol();
  const DateRule trading_day = DateRules.On(2013, 10, 8);
  Schedule.On(trading_day, TimeRules.At(9, 31), [this] { TradeAfterOpen(); });
  Schedule.On(trading_day, TimeRules.At(15, 55), [this] { TradeBeforeClose(); });
}

void DailyResolutionMarketOrderConversionRegressionAlgorithm::TradeAfterOpen() {
  Expect(Securities[daily_].HasData() && Securities[minute_].HasData(), "a security has no data");
  minute_ticket_ = &MarketOrder(minute_, 10);
  Expect(minute_ticket_->OrderType() == OrderType::Market,
         "the order of minute data was converted");
  Expect(minute_ticket_->Status() == OrderStatus::Filled, "the order of minute data did not fill");
  on_close_ = &MarketOrder(daily_, 10);
  Expect(on_close_->OrderType() == OrderType::MarketOnClose,
         "the order of daily data did not become market-on-close");
  Expect(!IsFill(on_close_->Status()), "the market-on-close order filled at once");
}

void DailyResolutionMarketOrderConversionRegressionAlgorithm::TradeBeforeClose() {
  on_open_ = &MarketOrder(daily_, 10);
  Expect(on_open_->OrderType() == OrderType::MarketOnOpen,
         "the order near the close did not become market-on-open");
  Expect(!IsFill(on_open_->Status()), "the market-on-open order filled at once");
}

void DailyResolutionMarketOrderConversionRegressionAlgorithm::OnOrderEvent(
    const OrderEvent& order_event) {
  if (order_event.Status() != OrderStatus::Filled) return;
  const Security& daily = Securities[daily_];
  const DateTime fill_time = ConvertFromUtc(order_event.UtcTime(), daily.Exchange.TimeZone());
  if (on_close_ != nullptr && order_event.OrderId() == on_close_->OrderId()) {
    const DateTime close = daily.Exchange.Hours().GetNextMarketClose(kTradingDay, false);
    Expect(fill_time == close, "the market-on-close order filled at " + fill_time.ToString() +
                                   ", expected " + close.ToString());
  } else if (on_open_ != nullptr && order_event.OrderId() == on_open_->OrderId()) {
    Expect(fill_time.Date() > kTradingDay, "the market-on-open order filled on its own day");
  }
}

void DailyResolutionMarketOrderConversionRegressionAlgorithm::OnEndOfAlgorithm() {
  for (const OrderTicket* ticket : {minute_ticket_, on_close_, on_open_}) {
    Expect(ticket != nullptr && ticket->Status() == OrderStatus::Filled, "an order did not fill");
  }
}

}  // namespace regimen::parity
