#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/day_of_week.hpp"
#include "framework/core/symbol.hpp"
#include "framework/scheduling/date_rule.hpp"
#include "framework/scheduling/schedule_context.hpp"

namespace regimen {

// The date rules of LEAN, under its names. Dates are the algorithm's or, with a symbol, those of
// its exchange's calendar. A ticker stands for the symbol that the algorithm knows by that name.
//
// An offset outside its range throws ArgumentError.
class DateRules {
 public:
  explicit DateRules(const ScheduleContext& context) : context_(context) {}

  DateRule On(int year, int month, int day) const { return On(DateTime(year, month, day)); }
  DateRule On(std::vector<DateTime> dates) const;
  template <std::same_as<DateTime>... Dates>
  DateRule On(DateTime first, Dates... others) const {
    return On(std::vector<DateTime>{first, others...});
  }
  // The algorithm's date when the schedule is evaluated, and the day after.
  DateRule Today() const;
  DateRule Tomorrow() const;

  DateRule Every(std::vector<DayOfWeek> days) const;
  template <std::same_as<DayOfWeek>... Days>
  DateRule Every(DayOfWeek first, Days... others) const {
    return Every(std::vector<DayOfWeek>{first, others...});
  }
  // All days, weekends included.
  DateRule EveryDay() const;
  // The days on which the exchange is open.
  DateRule EveryDay(const Symbol& symbol, bool extended_market_hours = false) const;
  DateRule EveryDay(std::string_view ticker, bool extended_market_hours = false) const {
    return EveryDay(context_.SymbolOf(ticker), extended_market_hours);
  }

  // A number of days (trading days of the symbol) after the first day of each period or before the
  // last: 0..30 for months, 0..92 for quarters, 0..365 for years, 0..6 for weeks (up to the trading
  // days of the symbol's week).
  DateRule MonthStart(int days_offset = 0) const;
  DateRule MonthStart(const Symbol& symbol, int days_offset = 0,
                      bool extended_market_hours = true) const;
  DateRule MonthStart(std::string_view ticker, int days_offset = 0,
                      bool extended_market_hours = true) const {
    return MonthStart(context_.SymbolOf(ticker), days_offset, extended_market_hours);
  }
  DateRule MonthEnd(int days_offset = 0) const;
  DateRule MonthEnd(const Symbol& symbol, int days_offset = 0,
                    bool extended_market_hours = true) const;
  DateRule MonthEnd(std::string_view ticker, int days_offset = 0,
                    bool extended_market_hours = true) const {
    return MonthEnd(context_.SymbolOf(ticker), days_offset, extended_market_hours);
  }
  DateRule QuarterStart(int days_offset = 0) const;
  DateRule QuarterStart(const Symbol& symbol, int days_offset = 0,
                        bool extended_market_hours = true) const;
  DateRule QuarterStart(std::string_view ticker, int days_offset = 0,
                        bool extended_market_hours = true) const {
    return QuarterStart(context_.SymbolOf(ticker), days_offset, extended_market_hours);
  }
  DateRule QuarterEnd(int days_offset = 0) const;
  DateRule QuarterEnd(const Symbol& symbol, int days_offset = 0,
                      bool extended_market_hours = true) const;
  DateRule QuarterEnd(std::string_view ticker, int days_offset = 0,
                      bool extended_market_hours = true) const {
    return QuarterEnd(context_.SymbolOf(ticker), days_offset, extended_market_hours);
  }
  // As in LEAN, the year in which the run starts gives no date of YearStart unless it starts in
  // January.
  DateRule YearStart(int days_offset = 0) const;
  DateRule YearStart(const Symbol& symbol, int days_offset = 0,
                     bool extended_market_hours = true) const;
  DateRule YearStart(std::string_view ticker, int days_offset = 0,
                     bool extended_market_hours = true) const {
    return YearStart(context_.SymbolOf(ticker), days_offset, extended_market_hours);
  }
  DateRule YearEnd(int days_offset = 0) const;
  DateRule YearEnd(const Symbol& symbol, int days_offset = 0,
                   bool extended_market_hours = true) const;
  DateRule YearEnd(std::string_view ticker, int days_offset = 0,
                   bool extended_market_hours = true) const {
    return YearEnd(context_.SymbolOf(ticker), days_offset, extended_market_hours);
  }
  DateRule WeekStart(int days_offset = 0) const;
  DateRule WeekStart(const Symbol& symbol, int days_offset = 0,
                     bool extended_market_hours = true) const;
  DateRule WeekStart(std::string_view ticker, int days_offset = 0,
                     bool extended_market_hours = true) const {
    return WeekStart(context_.SymbolOf(ticker), days_offset, extended_market_hours);
  }
  DateRule WeekEnd(int days_offset = 0) const;
  DateRule WeekEnd(const Symbol& symbol, int days_offset = 0,
                   bool extended_market_hours = true) const;
  DateRule WeekEnd(std::string_view ticker, int days_offset = 0,
                   bool extended_market_hours = true) const {
    return WeekEnd(context_.SymbolOf(ticker), days_offset, extended_market_hours);
  }

 private:
  struct Period;
  static const Period kMonthStart, kMonthEnd, kQuarterStart, kQuarterEnd, kYearStart, kYearEnd,
      kWeekStart, kWeekEnd;

  DateRule Of(const Period& period, int days_offset) const;
  DateRule Of(const Period& period, const Symbol& symbol, int days_offset,
              bool extended_market_hours) const;

  const ScheduleContext& context_;
};

}  // namespace regimen
