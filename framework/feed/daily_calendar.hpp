#pragma once

#include "framework/core/date_time.hpp"
#include "framework/core/symbol.hpp"
#include "framework/core/time_span.hpp"
#include "framework/securities/security_exchange_hours.hpp"
#include "framework/securities/subscription_data_config.hpp"

namespace regimen {

// The regular session that a daily bar stands for: 09:30 to 16:00, 13:00 on a half day.
//
// Source: LEAN's daily strict end times (LeanData.GetDailyCalendar): the first open at or before a
// time, and the last close of that day. Times are exchange-local.
struct DailyCalendar {
  DateTime start;
  DateTime end;

  TimeSpan Period() const { return end - start; }
  // The session of the last trading day that began at or before `time`.
  static DailyCalendar At(DateTime time, const SecurityExchangeHours& hours);
};

// Whether bars of this feed get the session's start and end instead of midnight to midnight.
bool UsesStrictDailyEndTimes(const SubscriptionDataConfig& config,
                             const SecurityExchangeHours& hours, bool daily_precise_end_time);

}  // namespace regimen
