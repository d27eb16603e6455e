#include "tests/parity/cases/market_on_close_order_buffer_check_regression_algorithm.hpp"

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

namespace {

constexpr TimeSpan kBuffer = TimeSpan::FromMinutes(10);

}  // namespace

void MarketOnCloseOrderBufferCheckRegressionAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 7);
  SetTimeZone(TimeZones::London());
  spy_ = AddEquity("SPY").GetSymbol();
  Settings.SetMarketOnCloseSubmissionTimeBuffer(kBuffer);
}

DateTime MarketOnCloseOrderBufferCheckRegressionAlgorithm::LatestSubmissionUtc() const {
  const Security& spy = Securities[spy_];
  const DateTime close = spy.Exchange.Hours().GetNextMarketClose(spy.LocalTime(), false);
  return ConvertToUtc(close, spy.Exchange.TimeZone()) - kBuffer;
}

void MarketOnCloseOrderBufferCheckRegressionAlgorithm::OnData(const Slice& /*slice*/) {
  if (in_time_ != nullptr && too_late_ != nullptr) return;
  const DateTime latest = LatestSubmissionUtc();
  const bool shortly_before = UtcTime() >= latest - TimeSpan::FromMinutes(5) && UtcTime() <= latest;
  if (in_time_ == nullptr && shortly_before) {
    in_time_ = &MarketOnCloseOrder(spy_, 1);
    Expect(in_time_->Status() != OrderStatus::Invalid, "the order before the cutoff was refused");
  }
  if (too_late_ == nullptr && UtcTime() > latest) {
    too_late_ = &MarketOnCloseOrder(spy_, 1);
    Expect(too_late_->Status() == OrderStatus::Invalid &&
               too_late_->SubmitRequest().Response().ErrorCode() ==
                   OrderResponseErrorCode::MarketOnCloseOrderTooLate,
           "the order after the cutoff was not refused as too late");
  }
}

void MarketOnCloseOrderBufferCheckRegressionAlgorithm::OnEndOfAlgorithm() {
  Expect(in_time_ != nullptr, "no order was placed before the cutoff");
  Expect(in_time_->Status() == OrderStatus::Filled, "the order before the cutoff did not fill");
  Expect(too_late_ != nullptr, "no order was placed after the cutoff");
}

}  // namespace regimen::parity
