#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/scheduling/date_rule.hpp"
#include "framework/scheduling/event_schedule.hpp"
#include "framework/scheduling/fluent_scheduled_event_builder.hpp"
#include "framework/scheduling/schedule_context.hpp"
#include "framework/scheduling/scheduled_event.hpp"
#include "framework/scheduling/time_rule.hpp"

namespace regimen {

// A strategy's `Schedule`: makes events from rules and hands them to the run's event schedule.
// (LEAN: ScheduleManager.)
//
// It owns all events for its whole life, so that references to them stay valid after a removal.
// Callbacks are functions of nothing, of the time (UTC), or of name and time. One thread.
class ScheduleManager {
 public:
  explicit ScheduleManager(const ScheduleContext& context) : context_(context) {}
  ~ScheduleManager() = default;
  ScheduleManager(const ScheduleManager&) = delete;
  ScheduleManager& operator=(const ScheduleManager&) = delete;

  // An event without a name is called "{date rule}: {time rule}"; names need not be unique.
  template <typename F>
  ScheduledEvent& On(const DateRule& date_rule, const TimeRule& time_rule, F callback) {
    return On(DefaultName(date_rule, time_rule), date_rule, time_rule, std::move(callback));
  }
  template <typename F>
  ScheduledEvent& On(std::string name, const DateRule& date_rule, const TimeRule& time_rule,
                     F callback) {
    return Make(std::move(name), UtcTimes(date_rule, time_rule),
                ToEventCallback(std::move(callback)));
  }

  // Begins a chain such as Event("name").EveryDay(spy).At(10, 0).Run([this] { ... }).
  FluentScheduledEventBuilder Event(std::string name = "") {
    return FluentScheduledEventBuilder(*this, context_, std::move(name));
  }

  // Calls the code as soon as events are next looked at, at the present time.
  ScheduledEvent& TrainingNow(std::function<void()> training_code);
  template <typename F>
  ScheduledEvent& Training(const DateRule& date_rule, const TimeRule& time_rule, F training_code) {
    return On(date_rule, time_rule, std::move(training_code));
  }

  ScheduledEvent& Add(std::shared_ptr<ScheduledEvent> event);
  void Remove(ScheduledEvent& event);

  // Where events go from now on; those made before follow in the order in which they were made. It
  // must outlive the manager.
  void SetEventSchedule(EventSchedule& schedule);

  // The times of both rules together, from the day before the clock's date (when the first is asked
  // for) to the end of 2050.
  TimeSequence UtcTimes(const DateRule& date_rule, const TimeRule& time_rule) const;
  static std::string DefaultName(const DateRule& date_rule, const TimeRule& time_rule) {
    return date_rule.Name() + ": " + time_rule.Name();
  }
  ScheduledEvent& Make(std::string name, TimeSequence utc_times, ScheduledEvent::Callback callback);

 private:
  const ScheduleContext& context_;
  EventSchedule* schedule_ = nullptr;
  std::vector<std::shared_ptr<ScheduledEvent>> events_;
  // Made before there was a schedule.
  std::vector<ScheduledEvent*> waiting_;
};

}  // namespace regimen
