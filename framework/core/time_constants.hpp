// Well-known instants and lengths of LEAN's static class Time.
#pragma once

#include "framework/core/date_time.hpp"

namespace regimen {

// The first date of an identifier without one, and the start of "all time" (OLE automation date 0).
inline constexpr DateTime kBeginningOfTime{1899, 12, 30};
// Schedules and open-ended files end here.
inline constexpr DateTime kEndOfTime{2050, 12, 31};
inline constexpr DateTime kTimeStart{1998, 1, 2};

inline constexpr TimeSpan kOneDay = TimeSpan::FromDays(1);
inline constexpr TimeSpan kOneHour = TimeSpan::FromHours(1);
inline constexpr TimeSpan kOneMinute = TimeSpan::FromMinutes(1);
inline constexpr TimeSpan kOneSecond = TimeSpan::FromSeconds(1);
inline constexpr TimeSpan kOneMillisecond = TimeSpan::FromMilliseconds(1);

}  // namespace regimen
