#include "tests/parity/cases/stop_limit_order_regression_algorithm.hpp"

#include <optional>

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

namespace {

constexpr int kFastPeriod = 30;
constexpr int kSlowPeriod = 60;
constexpr Decimal kTolerance = 0.001_m;

}  // namespace

void StopLimitOrderRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 1, 1);
  SetEndDate(2017, 1, 1);
  SetCash(100000);
  spy_ = AddEquity("SPY", Resolution::Daily).GetSymbol();
  fast_ = &EMA(spy_, kFastPeriod, Resolution::Daily);
  slow_ = &EMA(spy_, kSlowPeriod, Resolution::Daily);
}

bool StopLimitOrderRegressionAlgorithm::IsReady() const {
  return fast_->IsReady() && slow_->IsReady();
}

bool StopLimitOrderRegressionAlgorithm::TrendIsUp() const {
  return IsReady() && *fast_ > *slow_ * (1 + kTolerance);
}

bool StopLimitOrderRegressionAlgorithm::TrendIsDown() const {
  return IsReady() && *fast_ < *slow_ * (1 + kTolerance);
}

void StopLimitOrderRegressionAlgorithm::OnData(const Slice& /*slice*/) {
  if (!IsReady()) return;
  const Security& spy = Securities[spy_];
  if (entry_ == nullptr && TrendIsUp()) {
    entry_ = &StopLimitOrder(spy_, 100, spy.High() * 1.10_m, spy.High() * 1.11_m);
  } else if (entry_ != nullptr && entry_->Status() == OrderStatus::Filled && exit_ == nullptr &&
             TrendIsDown()) {
    exit_ = &StopLimitOrder(spy_, -100, spy.Low() * 0.99_m, spy.Low() * 0.98_m);
  }
}

void StopLimitOrderRegressionAlgorithm::OnOrderEvent(const OrderEvent& order_event) {
  if (order_event.Status() != OrderStatus::Filled) return;
  const std::optional<regimen::Order> order = Transactions.GetOrderById(order_event.OrderId());
  Expect(order && order->StopTriggered(), "an order filled though its stop was not reached");
  const bool buys = order_event.Direction() == OrderDirection::Buy;
  const Decimal limit = (buys ? entry_ : exit_)->Get(OrderField::LimitPrice);
  const Decimal price = order_event.FillPrice();
  Expect(buys ? price <= limit : price >= limit,
         "an order filled at " + price.ToString() + ", its limit is " + limit.ToString());
}

void StopLimitOrderRegressionAlgorithm::OnEndOfAlgorithm() {
  Expect(entry_ != nullptr && exit_ != nullptr, "a purchase or a sale was not placed");
  Expect(entry_->Status() == OrderStatus::Filled && exit_->Status() == OrderStatus::Filled,
         "a purchase or a sale did not fill");
}

}  // namespace regimen::parity
