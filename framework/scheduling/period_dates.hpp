#pragma once

#include "framework/core/date_time.hpp"
#include "framework/scheduling/time_sequence.hpp"
#include "framework/securities/security_exchange_hours.hpp"

namespace regimen {

// One date per period: a number of open days after the period's first one, or before its last.
struct PeriodRule {
  // Where days count that the exchange is open; null: all days.
  const SecurityExchangeHours* hours = nullptr;
  // Whether days with extended hours only count as open, for the first (last) day.
  bool extended_market_hours = false;
  bool from_start = true;
  int offset = 0;
};

// The dates for periods of 1, 3 or 12 months, from `start` to `end`. An offset beyond the period
// ends at its last (first) open day. As in LEAN, years are looked at only if 1 January (31
// December) is in the months from `start` to `end`: no date comes from the first year's start.
TimeSequence MonthlyDates(const PeriodRule& rule, int months, DateTime start, DateTime end);

// The dates for weeks. Without hours, a week goes from Monday to Sunday, counted back from Friday
// to the Saturday before; with hours, from the first to the last weekday that has sessions.
TimeSequence WeeklyDates(const PeriodRule& rule, DateTime start, DateTime end);

}  // namespace regimen
