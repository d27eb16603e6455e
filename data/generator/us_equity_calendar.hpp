// The trading days of the New York Stock Exchange, by its rules (since 1998): ten holidays a year,
// half days that end at 13:00, and the few closings that followed no rule.
#pragma once

#include <chrono>
#include <vector>

namespace regimen::generator {

// A calendar day in exchange time. std::chrono's calendar words the rules ("fourth Thursday in
// November") better than any arithmetic.
using Date = std::chrono::sys_days;

inline constexpr int kOpenMinute = 9 * 60 + 30;   // 09:30, minutes since midnight
inline constexpr int kFullSessionMinutes = 390;   // until 16:00
inline constexpr int kShortSessionMinutes = 210;  // until 13:00

struct TradingDay {
  Date date;
  int minutes = kFullSessionMinutes;  // length of the regular session
};

// The weekdays of this year on which the exchange is closed, ascending. A holiday on a Sunday is
// kept on Monday, one on a Saturday on Friday, but for New Year's Day, which is then not kept.
std::vector<Date> Holidays(std::chrono::year year);

// The days of this year that end at 13:00, ascending.
std::vector<Date> EarlyCloses(std::chrono::year year);

// The trading days from `first_day` to `last_day`, both included, ascending; empty when
// first_day > last_day.
std::vector<TradingDay> TradingDays(Date first_day, Date last_day);

}  // namespace regimen::generator
