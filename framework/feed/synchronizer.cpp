#include "framework/feed/synchronizer.hpp"

#include <algorithm>
#include <utility>

namespace regimen {

Synchronizer::Synchronizer(FeedCollection& feeds, UniverseSelection& universes, Clock clock,
                           DateTime start_utc)
    : feeds_(&feeds), universes_(&universes), clock_(std::move(clock)), frontier_(start_utc) {}

TimeSlice* Synchronizer::Next() {
  TimeSlice& slice = slices_[making_];
  for (;;) {
    if (Advance(slice)) {
      previous_was_pulse_ = true;
      // The algorithm is already there: nothing to tell it.
      if (clock_.algorithm_utc() == slice.utc_time) continue;
      previous_emit_ = slice.utc_time;
      retried_ = false;
      return &slice;
    }
    if (IsWorthEmitting(slice)) {
      making_ = 1 - making_;
      return &slice;
    }
    if (!slice.slice.HasData() || retried_) return nullptr;
    retried_ = true;
  }
}

// A slice at the time of the one before is news only when universes were asked or a pulse came
// between.
bool Synchronizer::IsWorthEmitting(const TimeSlice& slice) {
  const bool worth =
      slice.utc_time != previous_emit_ || previous_was_pulse_ || slice.universe_points != 0;
  if (worth) {
    previous_emit_ = slice.utc_time;
    previous_was_pulse_ = false;
    retried_ = false;
  }
  return worth;
}

bool Synchronizer::Advance(TimeSlice& slice) {
  if (!after_pulse_) {
    const DateTime next = std::min(feeds_->NextEmitTimeUtc(), universes_->NextTriggerUtc());
    if (next != DateTime::MaxValue) frontier_ = std::max(frontier_, next);
    slice.Reset(frontier_, clock_.to_algorithm_time(frontier_));
    feeds_->Collect(frontier_, slice);
    if (universes_->HasDueTrigger(frontier_)) {
      after_pulse_ = true;
      slice.is_time_pulse = true;
      return true;
    }
  }
  after_pulse_ = false;
  slice.is_time_pulse = false;
  Complete(slice);
  return false;
}

void Synchronizer::Complete(TimeSlice& slice) {
  // Feeds that start now join the slice with all they know by now.
  while (universes_->Select(frontier_, slice) || universes_->StartInternalFeeds()) {
    feeds_->Collect(frontier_, slice);
  }
  feeds_->RemoveFinished();
}

}  // namespace regimen
