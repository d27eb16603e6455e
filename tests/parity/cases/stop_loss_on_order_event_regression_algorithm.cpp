#include "tests/parity/cases/stop_loss_on_order_event_regression_algorithm.hpp"

#include <optional>

#include "framework/core/currencies.hpp"

namespace regimen::parity {

void StopLossOnOrderEventRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 11);
  spy_ = AddEquity("SPY").GetSymbol();
}

void StopLossOnOrderEventRegressionAlgorithm::OnData(const Slice& /*slice*/) {
  if (Portfolio.Invested() || traded_) return;
  traded_ = true;
  MarketOrder(spy_, -100, false, "Entry");
  Debug("Purchased Stock");
}

void StopLossOnOrderEventRegressionAlgorithm::OnOrderEvent(const OrderEvent& order_event) {
  Debug(order_event.ToString());
  if (order_event.Status() != OrderStatus::Filled) return;
  const std::optional<regimen::Order> order = Transactions.GetOrderById(order_event.OrderId());
  if (!order || order->Tag() != "Entry") return;
  const Decimal stop_price = order_event.FillPrice() - 2;
  Debug("Enter short at " + order_event.FillPrice().ToString() + " set STOPLOSS at " +
        CurrencySymbol(order->PriceCurrency()) + stop_price.ToString());
  StopMarketOrder(order->GetSymbol(), -order->Quantity(), stop_price, false, "StopLoss");
}

}  // namespace regimen::parity
