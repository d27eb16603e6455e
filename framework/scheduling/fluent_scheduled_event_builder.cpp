#include "framework/scheduling/fluent_scheduled_event_builder.hpp"

#include <algorithm>

#include "framework/core/error.hpp"
#include "framework/scheduling/schedule_manager.hpp"

namespace regimen {

using Builder = FluentScheduledEventBuilder;

Builder::FluentScheduledEventBuilder(ScheduleManager& schedule, const ScheduleContext& context,
                                     std::string name)
    : schedule_(schedule),
      context_(context),
      date_rules_(context),
      time_rules_(context),
      name_(std::move(name)) {}

Builder& Builder::On(int year, int month, int day) {
  return OnDates(date_rules_.On(year, month, day));
}
Builder& Builder::EveryDay() { return OnDates(date_rules_.EveryDay()); }
Builder& Builder::EveryDay(const Symbol& symbol) { return OnDates(date_rules_.EveryDay(symbol)); }
Builder& Builder::MonthStart() { return OnDates(date_rules_.MonthStart()); }
Builder& Builder::MonthStart(const Symbol& symbol) {
  return OnDates(date_rules_.MonthStart(symbol));
}

Builder& Builder::At(int hour, int minute, int second) {
  return AtTimes(time_rules_.At(hour, minute, second));
}
Builder& Builder::At(int hour, int minute, DateTimeZone zone) {
  return AtTimes(time_rules_.At(hour, minute, zone));
}
Builder& Builder::At(int hour, int minute, int second, DateTimeZone zone) {
  return AtTimes(time_rules_.At(hour, minute, second, zone));
}
Builder& Builder::At(TimeSpan time_of_day) { return AtTimes(time_rules_.At(time_of_day)); }
Builder& Builder::At(TimeSpan time_of_day, DateTimeZone zone) {
  return AtTimes(time_rules_.At(time_of_day, zone));
}
Builder& Builder::Every(TimeSpan interval) { return AtTimes(time_rules_.Every(interval)); }
Builder& Builder::AfterMarketOpen(const Symbol& symbol, double minutes_after_open,
                                  bool extended_market_open) {
  return AtTimes(time_rules_.AfterMarketOpen(symbol, minutes_after_open, extended_market_open));
}
Builder& Builder::BeforeMarketClose(const Symbol& symbol, double minutes_before_close,
                                    bool extended_market_close) {
  return AtTimes(
      time_rules_.BeforeMarketClose(symbol, minutes_before_close, extended_market_close));
}

Builder& Builder::Where(Predicate predicate) {
  predicates_.push_back(std::move(predicate));
  return *this;
}

Builder& Builder::DuringMarketHours(const Symbol& symbol, bool extended_market_hours) {
  const SecurityExchangeHours& hours = context_.ExchangeHours(symbol);
  return Where([&hours, extended_market_hours](DateTime utc_time) {
    return hours.IsOpen(hours.TimeZone().ToLocal(utc_time), extended_market_hours);
  });
}

Builder& Builder::OnDates(DateRule rule) {
  date_rule_ = std::move(rule);
  return *this;
}

Builder& Builder::AtTimes(TimeRule rule) {
  time_rules_named_.push_back(std::move(rule));
  return *this;
}

ScheduledEvent& Builder::Schedule(ScheduledEvent::Callback callback) {
  if (!date_rule_ || time_rules_named_.empty()) {
    throw InvalidOperationError(
        "Schedule.Event needs dates and times before Run: write e.g. "
        "Schedule.Event(\"name\").EveryDay().At(10, 0).Run(...)");
  }
  const TimeRule time_rule = time_rules_named_.size() == 1 ? time_rules_named_.front()
                                                           : TimeRule::Composite(time_rules_named_);
  TimeSequence times = schedule_.UtcTimes(*date_rule_, time_rule);
  if (!predicates_.empty()) {
    times = [times = std::move(times), predicates = predicates_]() mutable {
      const auto fits = [&predicates](DateTime time) {
        return std::ranges::all_of(predicates, [time](const auto& holds) { return holds(time); });
      };
      auto time = times();
      while (time && !fits(*time)) time = times();
      return time;
    };
  }
  const std::string name =
      name_.empty() ? ScheduleManager::DefaultName(*date_rule_, time_rule) : name_;
  return schedule_.Make(name, std::move(times), std::move(callback));
}

}  // namespace regimen
