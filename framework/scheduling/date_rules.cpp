#include "framework/scheduling/date_rules.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "framework/core/error.hpp"
#include "framework/scheduling/period_dates.hpp"

namespace regimen {
namespace {

template <typename Keep>
TimeSequence DaysThat(DateTime start, DateTime end, Keep keep) {
  return [day = start.Date(), last = end.Date(),
          keep = std::move(keep)]() mutable -> std::optional<DateTime> {
    while (day <= last) {
      const DateTime candidate = std::exchange(day, day.AddDays(1));
      if (keep(candidate)) return candidate;
    }
    return std::nullopt;
  };
}

template <typename Text>
std::string Joined(std::size_t count, Text text) {
  std::string joined;
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) joined += ',';
    joined += text(i);
  }
  return joined;
}

// A date that is known only when it is asked for.
TimeSequence Once(std::function<DateTime()> date) {
  return [date = std::move(date), done = false]() mutable -> std::optional<DateTime> {
    if (std::exchange(done, true)) return std::nullopt;
    return date();
  };
}

DateTime LocalDate(const ScheduleContext& context) {
  return context.TimeZone().ToLocal(context.UtcNow()).Date();
}

// MonthStart+2, MonthEnd-1, YearStart
std::string NameOf(std::string_view prefix, std::string_view name, bool from_start, int offset) {
  std::string text = std::string(prefix) + std::string(name);
  if (offset != 0) text += (from_start ? "+" : "-") + std::to_string(offset);
  return text;
}

// The greatest offset within the weekdays on which the exchange has sessions.
int LastWeekOffset(const SecurityExchangeHours& hours) {
  const auto& week = hours.Schedule().week;
  const auto open = std::count_if(
      week.begin(), week.end(), [](const LocalMarketHours& day) { return !day.IsClosedAllDay(); });
  return static_cast<int>(open) - 1;
}

void RequireOffset(std::string_view rule, int offset, int greatest) {
  if (offset >= 0 && offset <= greatest) return;
  throw ArgumentError("DateRules." + std::string(rule) + ": the offset is " +
                      std::to_string(offset) + ", expected 0 to " + std::to_string(greatest));
}

}  // namespace

// What tells one of the period rules from the others; months is 0 for weeks.
struct DateRules::Period {
  std::string_view name;
  int months;
  bool from_start;
  int greatest_offset;

  TimeSequence Dates(const PeriodRule& rule, DateTime start, DateTime end) const {
    return months == 0 ? WeeklyDates(rule, start, end) : MonthlyDates(rule, months, start, end);
  }
};

constexpr DateRules::Period DateRules::kMonthStart{"MonthStart", 1, true, 30};
constexpr DateRules::Period DateRules::kMonthEnd{"MonthEnd", 1, false, 30};
constexpr DateRules::Period DateRules::kQuarterStart{"QuarterStart", 3, true, 92};
constexpr DateRules::Period DateRules::kQuarterEnd{"QuarterEnd", 3, false, 92};
constexpr DateRules::Period DateRules::kYearStart{"YearStart", 12, true, 365};
constexpr DateRules::Period DateRules::kYearEnd{"YearEnd", 12, false, 365};
constexpr DateRules::Period DateRules::kWeekStart{"WeekStart", 0, true, 6};
constexpr DateRules::Period DateRules::kWeekEnd{"WeekEnd", 0, false, 6};

DateRule DateRules::On(std::vector<DateTime> dates) const {
  for (DateTime& date : dates) date = date.Date();
  std::string name =
      Joined(dates.size(), [&dates](std::size_t i) { return dates[i].ToString("MM/dd/yyyy"); });
  return DateRule(std::move(name), [dates = std::move(dates)](DateTime start, DateTime end) {
    return [=, next = std::size_t{0}]() mutable -> std::optional<DateTime> {
      while (next < dates.size()) {
        const DateTime date = dates[next++];
        if (date >= start && date <= end) return date;
      }
      return std::nullopt;
    };
  });
}

DateRule DateRules::Today() const {
  return DateRule("TodayOnly", [&context = context_](DateTime, DateTime) {
    return Once([&context] { return LocalDate(context); });
  });
}

DateRule DateRules::Tomorrow() const {
  return DateRule("TomorrowOnly", [&context = context_](DateTime, DateTime) {
    return Once([&context] { return LocalDate(context).AddDays(1); });
  });
}

DateRule DateRules::Every(std::vector<DayOfWeek> days) const {
  std::array<bool, 7> wanted{};
  for (const DayOfWeek day : days) wanted[static_cast<std::size_t>(day)] = true;
  std::string name = Joined(days.size(), [&days](std::size_t i) { return ToText(days[i]); });
  return DateRule(std::move(name), [wanted](DateTime start, DateTime end) {
    return DaysThat(start, end, [wanted](DateTime day) {
      return wanted[static_cast<std::size_t>(day.DayOfWeek())];
    });
  });
}

DateRule DateRules::EveryDay() const {
  return DateRule("EveryDay", [](DateTime start, DateTime end) {
    return DaysThat(start, end, [](DateTime) { return true; });
  });
}

DateRule DateRules::EveryDay(const Symbol& symbol, bool extended_market_hours) const {
  const SecurityExchangeHours& hours = context_.ExchangeHours(symbol);
  return DateRule(symbol.Value() + ": EveryDay",
                  [&hours, extended_market_hours](DateTime start, DateTime end) {
                    return DaysThat(start, end, [&hours, extended_market_hours](DateTime day) {
                      return hours.IsDateOpen(day, extended_market_hours);
                    });
                  });
}

DateRule DateRules::MonthStart(int days_offset) const { return Of(kMonthStart, days_offset); }
DateRule DateRules::MonthEnd(int days_offset) const { return Of(kMonthEnd, days_offset); }
DateRule DateRules::QuarterStart(int days_offset) const { return Of(kQuarterStart, days_offset); }
DateRule DateRules::QuarterEnd(int days_offset) const { return Of(kQuarterEnd, days_offset); }
DateRule DateRules::YearStart(int days_offset) const { return Of(kYearStart, days_offset); }
DateRule DateRules::YearEnd(int days_offset) const { return Of(kYearEnd, days_offset); }
DateRule DateRules::WeekStart(int days_offset) const { return Of(kWeekStart, days_offset); }
DateRule DateRules::WeekEnd(int days_offset) const { return Of(kWeekEnd, days_offset); }

DateRule DateRules::MonthStart(const Symbol& symbol, int days_offset,
                               bool extended_market_hours) const {
  return Of(kMonthStart, symbol, days_offset, extended_market_hours);
}
DateRule DateRules::MonthEnd(const Symbol& symbol, int days_offset,
                             bool extended_market_hours) const {
  return Of(kMonthEnd, symbol, days_offset, extended_market_hours);
}
DateRule DateRules::QuarterStart(const Symbol& symbol, int days_offset,
                                 bool extended_market_hours) const {
  return Of(kQuarterStart, symbol, days_offset, extended_market_hours);
}
DateRule DateRules::QuarterEnd(const Symbol& symbol, int days_offset,
                               bool extended_market_hours) const {
  return Of(kQuarterEnd, symbol, days_offset, extended_market_hours);
}
DateRule DateRules::YearStart(const Symbol& symbol, int days_offset,
                              bool extended_market_hours) const {
  return Of(kYearStart, symbol, days_offset, extended_market_hours);
}
DateRule DateRules::YearEnd(const Symbol& symbol, int days_offset,
                            bool extended_market_hours) const {
  return Of(kYearEnd, symbol, days_offset, extended_market_hours);
}
DateRule DateRules::WeekStart(const Symbol& symbol, int days_offset,
                              bool extended_market_hours) const {
  return Of(kWeekStart, symbol, days_offset, extended_market_hours);
}
DateRule DateRules::WeekEnd(const Symbol& symbol, int days_offset,
                            bool extended_market_hours) const {
  return Of(kWeekEnd, symbol, days_offset, extended_market_hours);
}

DateRule DateRules::Of(const Period& period, int days_offset) const {
  RequireOffset(period.name, days_offset, period.greatest_offset);
  const PeriodRule rule{nullptr, false, period.from_start, days_offset};
  return DateRule(
      NameOf("", period.name, period.from_start, days_offset),
      [&period, rule](DateTime start, DateTime end) { return period.Dates(rule, start, end); });
}

DateRule DateRules::Of(const Period& period, const Symbol& symbol, int days_offset,
                       bool extended_market_hours) const {
  const SecurityExchangeHours& hours = context_.ExchangeHours(symbol);
  RequireOffset(period.name, days_offset,
                period.months == 0 ? LastWeekOffset(hours) : period.greatest_offset);
  const PeriodRule rule{&hours, extended_market_hours, period.from_start, days_offset};
  return DateRule(
      NameOf(symbol.Value() + ": ", period.name, period.from_start, days_offset),
      [&period, rule](DateTime start, DateTime end) { return period.Dates(rule, start, end); });
}

}  // namespace regimen
