#include "tests/parity/cases/market_on_close_order_buffer_regression_algorithm.hpp"

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

void MarketOnCloseOrderBufferRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 8);
  AddEquity("SPY", Resolution::Minute);
  Schedule.On(DateRules.Today(), TimeRules.At(17, 0),
              [this] { after_hours_ = &MarketOnCloseOrder("SPY", 2); });
  Settings.SetMarketOnCloseSubmissionTimeBuffer(TimeSpan::FromMinutes(10));
}

void MarketOnCloseOrderBufferRegressionAlgorithm::OnData(const Slice& /*slice*/) {
  if (Time().Hour() != 15) return;
  if (Time().Minute() == 49 && in_time_ == nullptr) in_time_ = &MarketOnCloseOrder("SPY", 2);
  if (Time().Minute() == 51 && too_late_ == nullptr) too_late_ = &MarketOnCloseOrder("SPY", 2);
}

void MarketOnCloseOrderBufferRegressionAlgorithm::OnEndOfAlgorithm() {
  Expect(in_time_->Status() == OrderStatus::Filled, "the order of 15:49 did not fill");
  Expect(too_late_->Status() == OrderStatus::Invalid, "the order of 15:51 was not refused");
  Expect(after_hours_->Status() == OrderStatus::Filled, "the order of 17:00 did not fill");
}

}  // namespace regimen::parity
