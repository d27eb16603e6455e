#include "framework/securities/security_exchange_hours.hpp"

#include <algorithm>
#include <ranges>
#include <string>
#include <utility>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

constexpr TimeSpan kDay = TimeSpan::FromDays(1);
// Past any time of day.
constexpr TimeSpan kNever = TimeSpan::FromDays(2);
constexpr int kSearchDays = 15;
constexpr int kLookBackDays = 9;
constexpr std::size_t kClosedDay = 7;

TimeSpan MostFrequentDuration(const std::array<LocalMarketHours, 7>& week) {
  std::map<TimeSpan, int> counts;
  for (const LocalMarketHours& day : week) ++counts[day.MarketDuration()];
  // Of equal counts the later one wins, which is the longer duration.
  const auto most =
      std::max_element(counts.rbegin(), counts.rend(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most->first;
}

[[noreturn]] void ThrowNotFound(const std::string& what, DateTime local, bool always_open) {
  std::string message = "there is no " + what + " " + local.ToString("yyyy-MM-dd HH:mm:ss");
  if (always_open) {
    message +=
        ": this market is always open; use TimeRules.At, Every, Midnight or Noon for it instead of "
        "times after its open or before its close";
  }
  throw InvalidOperationError(message);
}

DateTime At(std::int64_t day_number, TimeSpan time) {
  return DateTime(day_number * TimeSpan::kTicksPerDay + time.Ticks());
}

std::optional<TimeSpan> LastEnd(const LocalMarketHours& hours) {
  return hours.IsClosedAllDay() ? std::nullopt : std::optional(hours.Segments().back().End());
}

std::optional<TimeSpan> Find(const std::map<DateTime, TimeSpan>& times, DateTime date) {
  const auto found = times.find(date);
  return found == times.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

SecurityExchangeHours::Day::Day(LocalMarketHours sessions, bool early_close)
    : hours(std::move(sessions)), has_early_close(early_close) {
  for (const std::size_t extended : {0U, 1U}) {
    first_start[extended] = hours.GetFirstMarketOpen(kDay, extended != 0).value_or(kNever);
    last_end[extended] = hours.GetLastMarketClose(TimeSpan(), extended != 0).value_or(TimeSpan());
  }
}

SecurityExchangeHours::SecurityExchangeHours(ExchangeSchedule schedule)
    : schedule_(std::move(schedule)),
      regular_market_duration_(MostFrequentDuration(schedule_.week)),
      always_open_(std::all_of(schedule_.week.begin(), schedule_.week.end(),
                               [](const LocalMarketHours& day) { return day.IsOpenAllDay(); })) {
  for (const LocalMarketHours& hours : schedule_.week) days_.emplace_back(hours, false);
  days_.emplace_back(LocalMarketHours(), false);
  AddSpecialDays();
}

SecurityExchangeHours SecurityExchangeHours::AlwaysOpen(DateTimeZone time_zone) {
  ExchangeSchedule schedule;
  schedule.time_zone = time_zone;
  schedule.week.fill(LocalMarketHours::OpenAllDay());
  return SecurityExchangeHours(std::move(schedule));
}

void SecurityExchangeHours::AddSpecialDays() {
  std::map<std::int64_t, std::size_t> special;
  const auto adjust = [&](DateTime date) {
    const auto close = Find(schedule_.early_closes, date);
    const auto open = Find(schedule_.late_opens, date);
    const auto weekday = static_cast<std::size_t>(date.DayOfWeek());
    if (special.emplace(date.DayNumber(), days_.size()).second) {
      days_.emplace_back(schedule_.week[weekday].Adjusted(close, open), close.has_value());
    }
  };
  for (const DateTime date : schedule_.holidays) special.emplace(date.DayNumber(), kClosedDay);
  for (const auto& [date, close] : schedule_.early_closes) adjust(date);
  for (const auto& [date, open] : schedule_.late_opens) adjust(date);
  if (special.empty()) return;
  first_special_day_ = special.begin()->first;
  special_days_.resize(static_cast<std::size_t>(special.rbegin()->first - first_special_day_ + 1));
  for (const auto& [number, index] : special) {
    special_days_[static_cast<std::size_t>(number - first_special_day_)] =
        static_cast<std::uint16_t>(index);
  }
}

bool SecurityExchangeHours::IsOpen(DateTime start, DateTime end, bool extended_market_hours) const {
  if (start == end) return IsOpen(start, extended_market_hours);
  TimeSpan from = start.TimeOfDay();
  for (DateTime date = start.Date(); date + from < end; date += kDay) {
    if (GetMarketHours(date).IsOpen(from, end - date, extended_market_hours)) return true;
    from = TimeSpan();
  }
  return false;
}

DateTime SecurityExchangeHours::GetNextMarketOpen(DateTime local,
                                                  bool extended_market_hours) const {
  const DateTime first = local.Date();
  TimeSpan time = local.TimeOfDay();
  std::optional<TimeSpan> previous_end = LastEnd(GetMarketHours(first - kDay));
  for (int i = 0; i < kSearchDays; ++i, time = TimeSpan()) {
    const DateTime date = first.AddDays(i);
    const Day& day = DayOf(date);
    const auto open = day.hours.GetMarketOpen(time, extended_market_hours, previous_end);
    if (open && date + *open > local) return date + *open;
    // After an early close the next session is a new one.
    previous_end = day.has_early_close ? std::nullopt : LastEnd(day.hours);
  }
  ThrowNotFound("market open within two weeks after", local, always_open_);
}

DateTime SecurityExchangeHours::GetNextMarketClose(DateTime local,
                                                   bool extended_market_hours) const {
  const DateTime first = local.Date();
  TimeSpan time = local.TimeOfDay();
  for (int i = 0; i < kSearchDays; ++i, time = TimeSpan()) {
    const DateTime date = first.AddDays(i);
    const Day& next = DayOf(date + kDay);
    std::optional<TimeSpan> next_start;
    if (!next.has_early_close && !next.hours.IsClosedAllDay()) {
      next_start = next.hours.Segments().front().Start();
    }
    const auto close = GetMarketHours(date).GetMarketClose(time, extended_market_hours, next_start);
    if (close && date + *close > local) return date + *close;
  }
  ThrowNotFound("market close within two weeks after", local, always_open_);
}

DateTime SecurityExchangeHours::GetLastDailyMarketClose(DateTime local,
                                                        bool extended_market_hours) const {
  const std::size_t extended = extended_market_hours ? 1 : 0;
  const std::int64_t first = local.DayNumber();
  TimeSpan time = local.TimeOfDay();
  for (std::int64_t day = first; day < first + kSearchDays; ++day, time = TimeSpan()) {
    const TimeSpan close = DayNumbered(day).last_end[extended];
    if (close > time) return At(day, close);
  }
  ThrowNotFound("market close within two weeks after", local, always_open_);
}

bool SecurityExchangeHours::IsMarketOpenStart(DateTime start, bool extended_market_hours) const {
  return GetNextMarketOpen(start.AddTicks(-1), extended_market_hours) == start;
}

DateTime SecurityExchangeHours::GetPreviousMarketOpen(DateTime local,
                                                      bool extended_market_hours) const {
  for (int i = 0; i < kLookBackDays && !always_open_; ++i) {
    const DateTime date = local.Date().AddDays(-i);
    for (const MarketHoursSegment& segment : std::views::reverse(Segments(date))) {
      const DateTime start = date + segment.Start();
      if (start <= local && segment.IsOpen(extended_market_hours) &&
          IsMarketOpenStart(start, extended_market_hours)) {
        return start;
      }
    }
  }
  ThrowNotFound("market open within nine days before", local, always_open_);
}

DateTime SecurityExchangeHours::GetFirstDailyMarketOpen(DateTime local,
                                                        bool extended_market_hours) const {
  const std::size_t extended = extended_market_hours ? 1 : 0;
  const std::int64_t last = local.DayNumber();
  const std::int64_t end = std::max<std::int64_t>(last - kLookBackDays, -1);
  TimeSpan time = local.TimeOfDay();
  for (std::int64_t day = last; day > end && !always_open_; --day, time = kDay) {
    const TimeSpan open = DayNumbered(day).first_start[extended];
    if (open <= time) return At(day, open);
  }
  ThrowNotFound("market open within nine days before", local, always_open_);
}

DateTime SecurityExchangeHours::GetNextTradingDay(DateTime local) const {
  do {
    local += kDay;
  } while (!IsDateOpen(local));
  return local;
}

DateTime SecurityExchangeHours::GetPreviousTradingDay(DateTime local) const {
  do {
    local -= kDay;
  } while (!IsDateOpen(local));
  return local;
}

}  // namespace regimen
