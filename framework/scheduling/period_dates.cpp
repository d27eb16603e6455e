#include "framework/scheduling/period_dates.hpp"

#include <optional>
#include <utility>

namespace regimen {
namespace {

constexpr TimeSpan kDay = TimeSpan::FromDays(1);

// Steps through the days that count.
class OpenDays {
 public:
  OpenDays(const SecurityExchangeHours* hours, bool extended_market_hours)
      : hours_(hours), extended_(extended_market_hours) {}

  // `date` itself if it is open, else the nearest open day in the direction.
  DateTime Nearest(DateTime date, bool forward) const {
    const bool is_open = hours_ == nullptr || hours_->IsDateOpen(date, extended_);
    return is_open ? date : Step(date, forward);
  }
  DateTime Step(DateTime date, bool forward) const {
    if (hours_ == nullptr) return forward ? date + kDay : date - kDay;
    return forward ? hours_->GetNextTradingDay(date) : hours_->GetPreviousTradingDay(date);
  }

 private:
  const SecurityExchangeHours* hours_;
  bool extended_;
};

// The open day `offset` steps from `base`; one beyond `boundary` is the open day nearest to that.
DateTime ScheduledDay(const PeriodRule& rule, DateTime base, DateTime boundary) {
  const OpenDays days(rule.hours, rule.extended_market_hours);
  DateTime date = days.Nearest(base, rule.from_start);
  for (int i = 0; i < rule.offset; ++i) date = days.Step(date, rule.from_start);
  const bool is_beyond = rule.from_start ? date > boundary : date < boundary;
  return is_beyond ? days.Nearest(boundary, !rule.from_start) : date;
}

DateTime FirstOfPeriod(DateTime date, int months) {
  const YearMonthDay civil = date.Civil();
  return DateTime(civil.year, (civil.month - 1) / months * months + 1, 1);
}

DateTime LastOfPeriod(DateTime date, int months) {
  return FirstOfPeriod(date, months).AddMonths(months - 1).AddMonths(1) - kDay;
}

// The day of the week after which, and up to which, a week's dates are counted.
struct WeekBounds {
  int base;
  int boundary;
};

WeekBounds BoundsOf(const PeriodRule& rule) {
  constexpr int kMonday = 1;
  constexpr int kFriday = 5;
  constexpr int kSundayAfter = 7;
  constexpr int kSaturdayBefore = -1;
  if (rule.hours == nullptr) {
    return rule.from_start ? WeekBounds{kMonday, kSundayAfter}
                           : WeekBounds{kFriday, kSaturdayBefore};
  }
  const auto& week = rule.hours->Schedule().week;
  int first = 0;
  int last = 6;
  while (first < last && week[static_cast<std::size_t>(first)].IsClosedAllDay()) ++first;
  while (last > first && week[static_cast<std::size_t>(last)].IsClosedAllDay()) --last;
  return rule.from_start ? WeekBounds{first, last} : WeekBounds{last, first};
}

// The Monday of the week that ends with a Sunday.
DateTime MondayOf(DateTime date) {
  const int weekday = static_cast<int>(date.DayOfWeek());
  return date.Date() - kDay * (weekday == 0 ? 6 : weekday - 1);
}

}  // namespace

TimeSequence MonthlyDates(const PeriodRule& rule, int months, DateTime start, DateTime end) {
  const int range_months = months == 12 ? 1 : months;
  const DateTime first = FirstOfPeriod(start, range_months);
  const DateTime last = LastOfPeriod(end, range_months);
  return [=, period = FirstOfPeriod(start, months)]() mutable -> std::optional<DateTime> {
    while (period <= last) {
      const DateTime begin = std::exchange(period, period.AddMonths(months));
      const DateTime finish = LastOfPeriod(begin, months);
      const DateTime base = rule.from_start ? begin : finish;
      if (base < first || base > last) continue;
      const DateTime date = ScheduledDay(rule, base, rule.from_start ? finish : begin);
      if (date >= start && date <= end) return date;
    }
    return std::nullopt;
  };
}

TimeSequence WeeklyDates(const PeriodRule& rule, DateTime start, DateTime end) {
  const WeekBounds bounds = BoundsOf(rule);
  const DateTime last = MondayOf(end) + kDay * 6;
  // Weeks are looked at from Monday to Sunday, so that a Sunday is the end of its own.
  const int first_day = bounds.base == 0 ? 6 : bounds.base - 1;
  return [=, base = MondayOf(start) + kDay * first_day]() mutable -> std::optional<DateTime> {
    while (base <= last) {
      const DateTime day = std::exchange(base, base + kDay * 7);
      const DateTime boundary = day + kDay * (bounds.boundary - bounds.base);
      const DateTime date = ScheduledDay(rule, day, boundary);
      if (date >= start && date <= end) return date;
    }
    return std::nullopt;
  };
}

}  // namespace regimen
