#include "data/generator/us_equity_calendar.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace regimen::generator {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::December;
using std::chrono::February;
using std::chrono::Friday;
using std::chrono::January;
using std::chrono::July;
using std::chrono::June;
using std::chrono::last;
using std::chrono::March;
using std::chrono::May;
using std::chrono::Monday;
using std::chrono::November;
using std::chrono::October;
using std::chrono::Saturday;
using std::chrono::September;
using std::chrono::Sunday;
using std::chrono::Thursday;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

// Mourning, hurricanes and the attack of 2001.
constexpr std::array kUnscheduledClosings = {
    2001y / September / 11, 2001y / September / 12, 2001y / September / 13, 2001y / September / 14,
    2004y / June / 11,      2007y / January / 2,    2012y / October / 29,   2012y / October / 30,
    2018y / December / 5,   2025y / January / 9};

constexpr year kFirstJuneteenth = 2022y;

bool IsWeekend(Date date) {
  const weekday day(date);
  return day == Saturday || day == Sunday;
}

Date Observed(Date date) {
  const weekday day(date);
  if (day == Saturday) return date - days(1);
  if (day == Sunday) return date + days(1);
  return date;
}

// Western Easter by the Gregorian computus (Meeus, Jones, Butcher).
Date EasterSunday(year when) {
  const int y = static_cast<int>(when);
  const int golden = y % 19;
  const int century = y / 100;
  const int correction = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
  const int weekday_shift = (32 + 2 * (century % 4) + 2 * (y % 100 / 4) - epact - y % 100 % 4) % 7;
  const int late = (golden + 11 * epact + 22 * weekday_shift) / 451;
  const int march_day = epact + weekday_shift - 7 * late + 22;
  return Date(when / March / 1) + days(march_day - 1);
}

}  // namespace

std::vector<Date> Holidays(year year) {
  std::set<Date> closed;
  if (const Date new_year = year / January / 1; weekday(new_year) != Saturday) {
    closed.insert(Observed(new_year));
  }
  closed.insert(year / January / Monday[3]);    // Martin Luther King's birthday
  closed.insert(year / February / Monday[3]);   // Washington's birthday
  closed.insert(EasterSunday(year) - days(2));  // Good Friday
  closed.insert(year / May / Monday[last]);     // Memorial Day
  if (year >= kFirstJuneteenth) closed.insert(Observed(year / June / 19));
  closed.insert(Observed(year / July / 4));
  closed.insert(year / September / Monday[1]);   // Labor Day
  closed.insert(year / November / Thursday[4]);  // Thanksgiving
  closed.insert(Observed(year / December / 25));
  for (const year_month_day& day : kUnscheduledClosings) {
    if (day.year() == year) closed.insert(day);
  }
  return {closed.begin(), closed.end()};
}

std::vector<Date> EarlyCloses(year year) {
  std::vector<Date> early;
  // The eve of Independence Day, where both are weekdays; in 2002 the day after it instead.
  const Date eve = year / July / 3;
  if (year == 2002y) {
    early.push_back(eve + days(2));
  } else if (!IsWeekend(eve) && !IsWeekend(eve + days(1))) {
    early.push_back(eve);
  }
  early.push_back(Date(year / November / Thursday[4]) + days(1));
  // Christmas Eve, unless it is itself the holiday kept for a Christmas on Saturday.
  const Date christmas_eve = year / December / 24;
  if (!IsWeekend(christmas_eve) && weekday(christmas_eve) != Friday) early.push_back(christmas_eve);
  if (year == 2003y) early.push_back(year / December / 26);
  return early;
}

std::vector<TradingDay> TradingDays(Date first_day, Date last_day) {
  std::vector<TradingDay> result;
  std::vector<Date> closed;
  std::vector<Date> early;
  year current = year::min();
  for (Date date = first_day; date <= last_day; date += days(1)) {
    if (const year now = year_month_day(date).year(); now != current) {
      current = now;
      closed = Holidays(now);
      early = EarlyCloses(now);
    }
    if (IsWeekend(date) || std::binary_search(closed.begin(), closed.end(), date)) continue;
    const bool is_short = std::binary_search(early.begin(), early.end(), date);
    result.push_back({date, is_short ? kShortSessionMinutes : kFullSessionMinutes});
  }
  return result;
}

}  // namespace regimen::generator
