#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/securities/local_market_hours.hpp"

namespace regimen {

// What the hours of an exchange are made of. Dates and times of day are exchange-local.
struct ExchangeSchedule {
  DateTimeZone time_zone;
  std::array<LocalMarketHours, 7> week;  // by DayOfWeek
  std::set<DateTime> holidays;
  std::set<DateTime> bank_holidays;  // the market is open on them
  std::map<DateTime, TimeSpan> early_closes;
  std::map<DateTime, TimeSpan> late_opens;
};

// When an exchange is open: the weekly sessions, holidays, early closes and late opens.
//
// All times are exchange-local. Regular sessions are those in state Market; with extended hours
// pre- and post-market count too. Immutable: reading it from several threads is safe. The hours of
// a day are found in O(1), nothing is allocated. (LEAN: SecurityExchangeHours.)
class SecurityExchangeHours {
 public:
  explicit SecurityExchangeHours(ExchangeSchedule schedule);

  static SecurityExchangeHours AlwaysOpen(DateTimeZone time_zone);

  DateTimeZone TimeZone() const { return schedule_.time_zone; }
  const std::set<DateTime>& Holidays() const { return schedule_.holidays; }
  const std::set<DateTime>& BankHolidays() const { return schedule_.bank_holidays; }
  const std::map<DateTime, TimeSpan>& EarlyCloses() const { return schedule_.early_closes; }
  const std::map<DateTime, TimeSpan>& LateOpens() const { return schedule_.late_opens; }
  const ExchangeSchedule& Schedule() const { return schedule_; }
  // The most frequent length of the weekdays' regular sessions (the longest of equally frequent
  // ones): 6.5 h for US equities.
  TimeSpan RegularMarketDuration() const { return regular_market_duration_; }
  bool IsMarketAlwaysOpen() const { return always_open_; }

  // The sessions of the date of `local`: none on a holiday, cut on an early close or late open. The
  // reference lives as long as this object.
  const LocalMarketHours& GetMarketHours(DateTime local) const { return DayOf(local).hours; }
  std::span<const MarketHoursSegment> Segments(DateTime local) const {
    return DayOf(local).hours.Segments();
  }

  bool IsOpen(DateTime local, bool extended_market_hours) const {
    return GetMarketHours(local).IsOpen(local.TimeOfDay(), extended_market_hours);
  }
  // Whether a session overlaps (start, end); with equal times, whether it is open at that time.
  bool IsOpen(DateTime start, DateTime end, bool extended_market_hours) const;
  // Whether there is a session on the date of `local`.
  bool IsDateOpen(DateTime local, bool extended_market_hours = false) const {
    const LocalMarketHours& hours = GetMarketHours(local);
    return !hours.IsClosedAllDay() &&
           (extended_market_hours || hours.MarketDuration() != TimeSpan());
  }

  // The next start or end of a session strictly after `local`. Sessions that touch count as one,
  // also across midnight. Throw InvalidOperationError if there is none within two weeks, as where
  // the market never closes.
  DateTime GetNextMarketOpen(DateTime local, bool extended_market_hours) const;
  DateTime GetNextMarketClose(DateTime local, bool extended_market_hours) const;
  // The last session end of its day: the first such after `local`.
  DateTime GetLastDailyMarketClose(DateTime local, bool extended_market_hours) const;
  // The last session start at or before `local`, touching sessions as one. Throws
  // InvalidOperationError if there is none within nine days, and where the market never closes.
  DateTime GetPreviousMarketOpen(DateTime local, bool extended_market_hours) const;
  // The first session start of the last day that has one at or before `local`.
  DateTime GetFirstDailyMarketOpen(DateTime local, bool extended_market_hours) const;

  // The nearest later (earlier) date with a regular session, with the time of day of `local`.
  DateTime GetNextTradingDay(DateTime local) const;
  DateTime GetPreviousTradingDay(DateTime local) const;

 private:
  struct Day {
    Day(LocalMarketHours sessions, bool early_close);

    LocalMarketHours hours;
    bool has_early_close;
    // Of the sessions, [1] with pre- and post-market: the first start, more than a day where there
    // is none, and the last end, zero where there is none.
    std::array<TimeSpan, 2> first_start;
    std::array<TimeSpan, 2> last_end;
  };

  void AddSpecialDays();
  const Day& DayOf(DateTime local) const { return DayNumbered(local.DayNumber()); }
  const Day& DayNumbered(std::int64_t number) const {
    const auto offset = static_cast<std::uint64_t>(number - first_special_day_);
    // 0001-01-01 was a Monday.
    if (offset >= special_days_.size() || special_days_[offset] == 0) {
      return days_[static_cast<std::size_t>((number + 1) % 7)];
    }
    return days_[special_days_[offset]];
  }
  bool IsMarketOpenStart(DateTime start, bool extended_market_hours) const;

  ExchangeSchedule schedule_;
  TimeSpan regular_market_duration_;
  bool always_open_ = false;
  // The seven weekdays from Sunday on, a closed day, then the days with an early close or late
  // open.
  std::vector<Day> days_;
  // From the first holiday, early close or late open to the last: index into days_, 0 for an
  // ordinary day.
  std::vector<std::uint16_t> special_days_;
  std::int64_t first_special_day_ = 0;
};

}  // namespace regimen
