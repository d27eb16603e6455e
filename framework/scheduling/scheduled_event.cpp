#include "framework/scheduling/scheduled_event.hpp"

#include <optional>

namespace regimen {

ScheduledEvent::ScheduledEvent(std::string name, TimeSequence utc_times, Callback callback)
    : name_(std::move(name)), utc_times_(std::move(utc_times)), callback_(std::move(callback)) {}

ScheduledEvent::ScheduledEvent(std::string name, DateTime utc_time, Callback callback)
    : ScheduledEvent(
          std::move(name),
          [time = std::optional(utc_time)]() mutable { return std::exchange(time, std::nullopt); },
          std::move(callback)) {}

void ScheduledEvent::Advance() {
  next_ = utc_times_().value_or(DateTime::MaxValue);
  has_next_ = true;
}

void ScheduledEvent::Scan(DateTime utc_time) {
  for (DateTime time = NextEventUtcTime(); time <= utc_time && time != DateTime::MaxValue;
       time = NextEventUtcTime()) {
    if (enabled_) callback_(name_, time);
    // After the call, which may still ask for this time.
    Advance();
  }
}

void ScheduledEvent::SkipEventsUntil(DateTime utc_time) {
  while (NextEventUtcTime() < utc_time) Advance();
}

ScheduledEventError::ScheduledEventError(const std::string& event_name, DateTime utc_time,
                                         const std::string& cause)
    : RegimenError("scheduled event '" + event_name + "' at " +
                   utc_time.ToString("yyyy-MM-dd HH:mm:ss") + " UTC: " + cause),
      event_name_(event_name),
      utc_time_(utc_time) {}

}  // namespace regimen
