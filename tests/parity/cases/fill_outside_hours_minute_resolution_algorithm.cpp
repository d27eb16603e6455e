#include "tests/parity/cases/fill_outside_hours_minute_resolution_algorithm.hpp"

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

void FillOutsideHoursMinuteResolutionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 8);
  SetCash(100000);
  spy_ = AddEquity("SPY", Resolution::Minute).GetSymbol();
  Schedule.On(DateRules.Today(), TimeRules.At(TimeSpan(23, 0, 0)), [this] { TradeAtNight(); });
}

void FillOutsideHoursMinuteResolutionAlgorithm::TradeAtNight() {
  if (Portfolio.Invested() || !Securities[spy_].HasData()) return;
  const OrderTicket& ticket =
      SubmitOrderRequest(regimen::SubmitOrderRequest({.order_type = OrderType::Market,
                                                      .symbol = spy_,
                                                      .quantity = 1,
                                                      .time = Time(),
                                                      .time_is_utc = false}));
  Expect(!IsFill(ticket.Status()), "the order filled at " + Time().ToString());
}

}  // namespace regimen::parity
