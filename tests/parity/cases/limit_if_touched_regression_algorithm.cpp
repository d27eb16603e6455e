#include "tests/parity/cases/limit_if_touched_regression_algorithm.hpp"

#include <array>
#include <string>

#include "framework/core/rounding.hpp"
#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

namespace {

// As OrderEvent::ToString prints them.
constexpr std::array<const char*, 3> kExpectedFills = {
    "Time: 10/10/2013 13:31:00 OrderID: 72 EventID: 399 Symbol: SPY Status: Filled Quantity: -1 "
    "FillQuantity: -1 FillPrice: $144.6434 LimitPrice: $144.3551 TriggerPrice: $143.61 OrderFee: 1 "
    "USD",
    "Time: 10/10/2013 15:57:00 OrderID: 73 EventID: 156 Symbol: SPY Status: Filled Quantity: -1 "
    "FillQuantity: -1 FillPrice: $145.6636 LimitPrice: $145.6434 TriggerPrice: $144.89 OrderFee: 1 "
    "USD",
    "Time: 10/11/2013 15:37:00 OrderID: 74 EventID: 380 Symbol: SPY Status: Filled Quantity: -1 "
    "FillQuantity: -1 FillPrice: $146.7185 LimitPrice: $146.6723 TriggerPrice: $145.92 OrderFee: 1 "
    "USD"};

std::string TagOf(Decimal quantity) { return "LIT - Quantity: " + quantity.ToString(); }

}  // namespace

void LimitIfTouchedRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 11);
  SetCash(100000);
  spy_ = AddEquity("SPY").GetSymbol();
}

void LimitIfTouchedRegressionAlgorithm::OnData(const Slice& slice) {
  if (!slice.ContainsKey(spy_)) return;
  if (Transactions.GetOpenOrders().empty()) {
    PlaceOrder(slice[spy_].Price());
  } else if (ticket_ != nullptr) {
    ChangeOrder();
  }
}

void LimitIfTouchedRegressionAlgorithm::PlaceOrder(Decimal price) {
  sign_ = Time().Day() < 9 ? 1 : -1;
  const int quantity = sign_ * 10;
  ticket_ = &Transactions.AddOrder(
      regimen::SubmitOrderRequest({.order_type = OrderType::LimitIfTouched,
                                   .symbol = spy_,
                                   .quantity = quantity,
                                   .time = UtcTime(),
                                   .tag = TagOf(quantity),
                                   .limit_price = price - sign_,
                                   .trigger_price = price - 0.25_m * sign_}));
}

void LimitIfTouchedRegressionAlgorithm::ChangeOrder() {
  if (ticket_->Quantity() == 1) {
    Transactions.CancelOpenOrders();
    ticket_ = nullptr;
    return;
  }
  const Decimal quantity = ticket_->Quantity() - sign_;
  ticket_->UpdateQuantity(quantity, TagOf(quantity));
  ticket_->UpdateTriggerPrice(RoundToSignificantDigits(ticket_->Get(OrderField::TriggerPrice), 5));
}

void LimitIfTouchedRegressionAlgorithm::OnOrderEvent(const OrderEvent& order_event) {
  if (order_event.Status() != OrderStatus::Filled) return;
  Expect(fills_ < kExpectedFills.size(), "more orders filled than expected");
  const std::string expected = kExpectedFills[fills_++];
  Expect(order_event.ToString() == expected,
         "expected the fill " + expected + ", found " + order_event.ToString());
}

}  // namespace regimen::parity
