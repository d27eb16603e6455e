#pragma once

#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/day_of_week.hpp"
#include "framework/core/symbol.hpp"
#include "framework/core/time_span.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/scheduling/date_rules.hpp"
#include "framework/scheduling/scheduled_event.hpp"
#include "framework/scheduling/time_rules.hpp"

namespace regimen {

class ScheduleManager;

// A schedule written as a chain: one date rule, one or more time rules, filters, and Run, which
// makes the event. Made by ScheduleManager::Event. (LEAN: FluentScheduledEventBuilder.)
class FluentScheduledEventBuilder {
 public:
  using Predicate = std::function<bool(DateTime utc_time)>;

  FluentScheduledEventBuilder(ScheduleManager& schedule, const ScheduleContext& context,
                              std::string name);

  // ---- Dates: the last one named counts.
  FluentScheduledEventBuilder& On(int year, int month, int day);
  template <std::same_as<DateTime>... Dates>
  FluentScheduledEventBuilder& On(DateTime first, Dates... others) {
    return OnDates(date_rules_.On(first, others...));
  }
  template <std::same_as<DayOfWeek>... Days>
  FluentScheduledEventBuilder& Every(DayOfWeek first, Days... others) {
    return OnDates(date_rules_.Every(first, others...));
  }
  FluentScheduledEventBuilder& EveryDay();
  FluentScheduledEventBuilder& EveryDay(const Symbol& symbol);
  FluentScheduledEventBuilder& MonthStart();
  FluentScheduledEventBuilder& MonthStart(const Symbol& symbol);

  // ---- Times: several add up.
  FluentScheduledEventBuilder& At(int hour, int minute, int second = 0);
  FluentScheduledEventBuilder& At(int hour, int minute, DateTimeZone zone);
  FluentScheduledEventBuilder& At(int hour, int minute, int second, DateTimeZone zone);
  FluentScheduledEventBuilder& At(TimeSpan time_of_day);
  FluentScheduledEventBuilder& At(TimeSpan time_of_day, DateTimeZone zone);
  FluentScheduledEventBuilder& Every(TimeSpan interval);
  FluentScheduledEventBuilder& AfterMarketOpen(const Symbol& symbol, double minutes_after_open = 0,
                                               bool extended_market_open = false);
  FluentScheduledEventBuilder& BeforeMarketClose(const Symbol& symbol,
                                                 double minutes_before_close = 0,
                                                 bool extended_market_close = false);

  // ---- Filters: all must hold.
  FluentScheduledEventBuilder& Where(Predicate predicate);
  FluentScheduledEventBuilder& DuringMarketHours(const Symbol& symbol,
                                                 bool extended_market_hours = false);

  // Throws InvalidOperationError if the chain names no dates or no times.
  template <typename F>
  ScheduledEvent& Run(F callback) {
    return Schedule(ToEventCallback(std::move(callback)));
  }

 private:
  FluentScheduledEventBuilder& OnDates(DateRule rule);
  FluentScheduledEventBuilder& AtTimes(TimeRule rule);
  ScheduledEvent& Schedule(ScheduledEvent::Callback callback);

  ScheduleManager& schedule_;
  const ScheduleContext& context_;
  DateRules date_rules_;
  TimeRules time_rules_;
  std::string name_;
  std::optional<DateRule> date_rule_;
  std::vector<TimeRule> time_rules_named_;
  std::vector<Predicate> predicates_;
};

}  // namespace regimen
