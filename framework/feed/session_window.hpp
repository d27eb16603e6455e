#pragma once

#include "framework/core/date_time.hpp"
#include "framework/securities/security_exchange_hours.hpp"

namespace regimen {

// Whether bars overlap the open session: SecurityExchangeHours.IsOpen(start, end) for bars that
// come in order of time.
//
// Remembers the day it was last asked about, so that the bars of one day cost two comparisons each.
// Times are exchange-local. Not thread-safe.
class SessionWindow {
 public:
  SessionWindow(const SecurityExchangeHours& hours, bool extended_market_hours)
      : hours_(&hours), extended_(extended_market_hours) {}

  bool Overlaps(DateTime start, DateTime end) {
    if (start < open_ || end > close_) return Ask(start, end);
    return start < close_ || hours_->IsOpen(start, extended_);
  }

 private:
  bool Ask(DateTime start, DateTime end);

  const SecurityExchangeHours* hours_;
  bool extended_;
  // A stretch of time throughout which the market is open.
  DateTime open_ = DateTime::MaxValue;
  DateTime close_ = DateTime::MinValue;
};

}  // namespace regimen
