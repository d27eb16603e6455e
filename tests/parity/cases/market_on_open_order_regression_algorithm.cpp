#include "tests/parity/cases/market_on_open_order_regression_algorithm.hpp"

#include <string>

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

void MarketOnOpenOrderRegressionAlgorithm::Initialize() {
  SetStartDate(2021, 3, 1);
  SetEndDate(2021, 3, 3);
  SetCash(100000);
  spy_ = AddEquity("SPY", Resolution::Hour).GetSymbol();
  Schedule.On(DateRules.Tomorrow(), TimeRules.Midnight(), [this] { PlaceAtMidnight(); });
}

void MarketOnOpenOrderRegressionAlgorithm::PlaceAtMidnight() {
  tickets_.push_back(&MarketOnOpenOrder(spy_, 1));
  OrderTicket& market = MarketOrder(spy_, 1);
  tickets_.push_back(&market);
  Expect(market.OrderType() == OrderType::MarketOnOpen,
         "the market order at midnight stayed " + std::string(ToText(market.OrderType())));
  for (const OrderTicket* ticket : tickets_) {
    const OrderStatus status = ticket->Status();
    Expect(status == OrderStatus::New || status == OrderStatus::Submitted,
           "an order is " + std::string(ToText(status)) + " at once, expected Submitted");
  }
}

void MarketOnOpenOrderRegressionAlgorithm::OnEndOfAlgorithm() {
  Expect(!tickets_.empty(), "no order was placed");
  for (const OrderTicket* ticket : tickets_) {
    Expect(ticket->Status() == OrderStatus::Filled,
           "an order ended " + std::string(ToText(ticket->Status())) + ", expected Filled");
    Expect(!ticket->SubmitRequest().Asynchronous(), "an order was sent as asynchronous");
  }
}

}  // namespace regimen::parity
