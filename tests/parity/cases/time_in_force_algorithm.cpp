#include "tests/parity/cases/time_in_force_algorithm.hpp"

#include <optional>
#include <string>

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

void TimeInForceAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 11);
  SetCash(100000);
  spy_ = AddEquity("SPY", Resolution::Minute).GetSymbol();
}

void TimeInForceAlgorithm::OnData(const Slice& /*slice*/) {
  if (!expected_.empty()) return;
  const TimeInForce until_date = TimeInForce::GoodTilDate(DateTime(2013, 10, 10));
  Place(TimeInForce::GoodTilCanceled, 100, OrderStatus::Submitted);
  Place(TimeInForce::GoodTilCanceled, 160, OrderStatus::Filled);
  Place(TimeInForce::Day, 140, OrderStatus::Canceled);
  Place(TimeInForce::Day, 180, OrderStatus::Filled);
  Place(until_date, 100, OrderStatus::Canceled);
  Place(until_date, 160, OrderStatus::Filled);
}

void TimeInForceAlgorithm::Place(TimeInForce time_in_force, Decimal limit_price,
                                 OrderStatus expected_end) {
  DefaultOrderProperties.SetTimeInForce(time_in_force);
  expected_.emplace(LimitOrder(spy_, 10, limit_price).OrderId(), expected_end);
}

void TimeInForceAlgorithm::OnOrderEvent(const OrderEvent& order_event) {
  Debug(Time().ToString() + " " + order_event.ToString());
}

void TimeInForceAlgorithm::OnEndOfAlgorithm() {
  for (const auto& [id, expected] : expected_) {
    const std::optional<regimen::Order> order = Transactions.GetOrderById(id);
    const OrderStatus status = order ? order->Status() : OrderStatus::None;
    Expect(status == expected, "order " + std::to_string(id) + " ended " +
                                   std::string(ToText(status)) + ", expected " +
                                   std::string(ToText(expected)));
  }
}

}  // namespace regimen::parity
