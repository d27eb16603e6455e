#include "framework/scheduling/schedule_manager.hpp"

#include <optional>

#include "framework/core/time_constants.hpp"
#include "framework/scheduling/date_rules.hpp"
#include "framework/scheduling/time_rules.hpp"

namespace regimen {

ScheduledEvent& ScheduleManager::TrainingNow(std::function<void()> training_code) {
  const std::string name =
      "Training: Now: " + context_.UtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffffff");
  return On(name, DateRules(context_).Today(), TimeRules(context_).Now(), std::move(training_code));
}

ScheduledEvent& ScheduleManager::Add(std::shared_ptr<ScheduledEvent> event) {
  ScheduledEvent& added = *event;
  events_.push_back(std::move(event));
  if (schedule_ != nullptr) {
    schedule_->Add(added);
  } else {
    waiting_.push_back(&added);
  }
  return added;
}

void ScheduleManager::Remove(ScheduledEvent& event) {
  if (schedule_ != nullptr) {
    schedule_->Remove(event);
  } else {
    std::erase(waiting_, &event);
  }
}

void ScheduleManager::SetEventSchedule(EventSchedule& schedule) {
  schedule_ = &schedule;
  for (ScheduledEvent* const event : std::exchange(waiting_, {})) schedule.Add(*event);
}

TimeSequence ScheduleManager::UtcTimes(const DateRule& date_rule, const TimeRule& time_rule) const {
  // The dates begin a day early so that none is lost, whatever the zone; events already past are
  // skipped by the schedule.
  TimeSequence dates = [&context = context_, date_rule,
                        begun = std::optional<TimeSequence>()]() mutable {
    if (!begun) begun = date_rule.GetDates(context.UtcNow().Date().AddDays(-1), kEndOfTime);
    return (*begun)();
  };
  return time_rule.CreateUtcEventTimes(std::move(dates));
}

ScheduledEvent& ScheduleManager::Make(std::string name, TimeSequence utc_times,
                                      ScheduledEvent::Callback callback) {
  return Add(
      std::make_shared<ScheduledEvent>(std::move(name), std::move(utc_times), std::move(callback)));
}

}  // namespace regimen
