#pragma once

#include <concepts>
#include <functional>
#include <string>
#include <utility>

#include "framework/core/date_time.hpp"
#include "framework/core/error.hpp"
#include "framework/scheduling/time_sequence.hpp"

namespace regimen {

// A call at given times. (LEAN: ScheduledEvent.)
//
// Its times (UTC, in order) are computed when they are first needed, so that rules see the clock of
// that moment. Not copyable: the schedule and the strategy refer to the same event. One thread.
class ScheduledEvent {
 public:
  using Callback = std::function<void(const std::string& name, DateTime utc_time)>;

  ScheduledEvent(std::string name, TimeSequence utc_times, Callback callback);
  ScheduledEvent(std::string name, DateTime utc_time, Callback callback);
  ~ScheduledEvent() = default;
  ScheduledEvent(const ScheduledEvent&) = delete;
  ScheduledEvent& operator=(const ScheduledEvent&) = delete;

  const std::string& Name() const { return name_; }
  // While it is not enabled its times pass without a call.
  bool Enabled() const { return enabled_; }
  void SetEnabled(bool enabled) { enabled_ = enabled; }

  // The next time; DateTime::MaxValue if there is none.
  DateTime NextEventUtcTime() {
    if (!has_next_) Advance();
    return next_;
  }
  // Calls once for each of its times up to `utc_time`, that included.
  void Scan(DateTime utc_time);
  // Drops its times before `utc_time`.
  void SkipEventsUntil(DateTime utc_time);

 private:
  void Advance();

  std::string name_;
  TimeSequence utc_times_;
  Callback callback_;
  DateTime next_;
  bool has_next_ = false;  // false until its times are first needed
  bool enabled_ = true;
};

// A callback of a scheduled event threw; the cause is nested in it (std::rethrow_if_nested).
class ScheduledEventError : public RegimenError {
 public:
  ScheduledEventError(const std::string& event_name, DateTime utc_time, const std::string& cause);
  const std::string& EventName() const { return event_name_; }
  DateTime UtcTime() const { return utc_time_; }

 private:
  std::string event_name_;
  DateTime utc_time_;
};

// Makes the callback of an event from a function of nothing, of the time (UTC), or of name and
// time.
template <typename F>
ScheduledEvent::Callback ToEventCallback(F callback) {
  if constexpr (std::invocable<F&, const std::string&, DateTime>) {
    return callback;
  } else if constexpr (std::invocable<F&, DateTime>) {
    return [callback = std::move(callback)](const std::string&, DateTime utc_time) mutable {
      callback(utc_time);
    };
  } else {
    static_assert(std::invocable<F&>,
                  "expected a callback of (), (DateTime) or (std::string, DateTime)");
    return [callback = std::move(callback)](const std::string&, DateTime) mutable { callback(); };
  }
}

}  // namespace regimen
