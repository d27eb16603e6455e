#pragma once

#include <memory>

#include "framework/core/date_time.hpp"
#include "framework/core/time_keeper.hpp"
#include "framework/securities/security_exchange_hours.hpp"

namespace regimen {

// The exchange of one security: its hours, seen from the run's clock (LEAN's SecurityExchange).
class SecurityExchange {
 public:
  SecurityExchange(std::shared_ptr<const SecurityExchangeHours> hours, const LocalTimeKeeper& clock)
      : hours_(std::move(hours)), clock_(&clock) {}

  const SecurityExchangeHours& Hours() const { return *hours_; }
  DateTimeZone TimeZone() const { return hours_->TimeZone(); }
  DateTime LocalTime() const { return clock_->LocalTime(); }
  // Whether the regular session is open now.
  bool ExchangeOpen() const { return hours_->IsOpen(LocalTime(), false); }
  bool DateTimeIsOpen(DateTime local) const { return hours_->IsOpen(local, false); }
  bool DateIsOpen(DateTime date) const { return hours_->IsDateOpen(date); }
  // Whether the session (extended on request) overlaps the bar.
  bool IsOpenDuringBar(DateTime start, DateTime end, bool extended_market_hours) const {
    return hours_->IsOpen(start, end, extended_market_hours);
  }
  bool ClosingSoon() const {
    return !hours_->IsOpen(LocalTime() + TimeSpan::FromMinutes(10), false);
  }

 private:
  std::shared_ptr<const SecurityExchangeHours> hours_;
  const LocalTimeKeeper* clock_;
};

}  // namespace regimen
