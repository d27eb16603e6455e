#include "framework/scheduling/scheduled_event_runner.hpp"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <utility>

#include "framework/core/error.hpp"

namespace regimen {

ScheduledEventRunner::ScheduledEventRunner(const ScheduleContext& context,
                                           std::function<void(DateTime)> set_utc_time)
    : context_(context), set_utc_time_(std::move(set_utc_time)) {}

void ScheduledEventRunner::Start() {
  started_ = true;
  Sort();
  const DateTime now = context_.UtcNow();
  for (ScheduledEvent* const event : sorted_) event->SkipEventsUntil(now);
  needs_sort_ = true;
}

void ScheduledEventRunner::Add(ScheduledEvent& event) {
  if (started_) event.SkipEventsUntil(context_.UtcNow());
  numbers_[&event] = ++last_number_;
  needs_sort_ = true;
}

void ScheduledEventRunner::Remove(ScheduledEvent& event) {
  numbers_.erase(&event);
  needs_sort_ = true;
}

void ScheduledEventRunner::ScanPastEvents(DateTime utc_time) {
  Sort();
  while (IsDue(utc_time, false)) {
    const DateTime event_time = sorted_.front()->NextEventUtcTime();
    set_utc_time_(event_time);
    CallFirst(event_time);
    MoveFirst();
  }
}

void ScheduledEventRunner::SetTime(DateTime utc_time) {
  Sort();
  while (IsDue(utc_time, true)) {
    CallFirst(utc_time);
    MoveFirst();
  }
}

void ScheduledEventRunner::Sort() {
  if (!needs_sort_) return;
  needs_sort_ = false;
  struct Place {
    DateTime time;
    std::uint64_t number;
    ScheduledEvent* event;
  };
  std::vector<Place> places;
  places.reserve(numbers_.size());
  for (const auto& [event, number] : numbers_) places.push_back({DateTime(), number, event});
  // Times are computed in the order of creation: rules may ask the strategy's own functions.
  std::ranges::sort(places, {}, &Place::number);
  for (Place& place : places) place.time = place.event->NextEventUtcTime();
  std::ranges::stable_sort(places, {}, &Place::time);
  sorted_.clear();
  for (const Place& place : places) sorted_.push_back(place.event);
}

bool ScheduledEventRunner::IsDue(DateTime utc_time, bool included) {
  if (sorted_.empty()) return false;
  const DateTime next = sorted_.front()->NextEventUtcTime();
  return included ? next <= utc_time : next < utc_time;
}

void ScheduledEventRunner::CallFirst(DateTime utc_time) {
  ScheduledEvent& event = *sorted_.front();
  try {
    event.Scan(utc_time);
  } catch (...) {
    std::throw_with_nested(ScheduledEventError(event.Name(), utc_time, TextOfCurrentException()));
  }
}

void ScheduledEventRunner::MoveFirst() {
  if (sorted_.size() < 2) return;
  ScheduledEvent* const moved = sorted_.front();
  const DateTime time = moved->NextEventUtcTime();
  if (time <= sorted_[1]->NextEventUtcTime()) return;
  std::size_t lower = 1;
  std::size_t upper = sorted_.size();
  while (lower < upper) {
    const std::size_t middle = lower + (upper - 1 - lower) / 2;
    const DateTime other = sorted_[middle]->NextEventUtcTime();
    if (time == other) {
      lower = middle + 1;
      break;
    }
    if (time < other) {
      upper = middle;
    } else {
      lower = middle + 1;
    }
  }
  // The events before the place move up by one.
  const auto begin = sorted_.begin();
  std::rotate(begin, begin + 1, begin + static_cast<std::ptrdiff_t>(lower));
}

}  // namespace regimen
