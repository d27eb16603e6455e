#include "framework/feed/synchronizer.hpp"

#include <algorithm>
#include <utility>

namespace regimen {

Synchronizer::Synchronizer(FeedCollection& feeds, UniverseSelection& universes, Clock clock,
                           DateTime start_utc)
    : feeds_(&feeds), universes_(&universes), clock_(std::move(clock)), frontier_(start_utc) {}

TimeSlice* Synchronizer::Next() {
  for (;;) {
    if (Advance()) {
      previous_was_pulse_ = true;
      // The algorithm is already there: nothing to tell it.
      if (clock_.algorithm_utc() == slice_.utc_time) continue;
      previous_emit_ = slice_.utc_time;
      retried_ = false;
      return &slice_;
    }
    if (IsWorthEmitting()) return &slice_;
    if (!slice_.slice.HasData() || retried_) return nullptr;
    retried_ = true;
  }
}

// A slice at the time of the one before is news only when universes were asked or a pulse came
// between.
bool Synchronizer::IsWorthEmitting() {
  const bool worth =
      slice_.utc_time != previous_emit_ || previous_was_pulse_ || slice_.universe_points != 0;
  if (worth) {
    previous_emit_ = slice_.utc_time;
    previous_was_pulse_ = false;
    retried_ = false;
  }
  return worth;
}

bool Synchronizer::Advance() {
  if (!after_pulse_) {
    const DateTime next = std::min(feeds_->NextEmitTimeUtc(), universes_->NextTriggerUtc());
    if (next != DateTime::MaxValue) frontier_ = std::max(frontier_, next);
    slice_.Reset(frontier_, clock_.to_algorithm_time(frontier_));
    feeds_->Collect(frontier_, slice_);
    if (universes_->HasDueTrigger(frontier_)) {
      after_pulse_ = true;
      slice_.is_time_pulse = true;
      return true;
    }
  }
  after_pulse_ = false;
  slice_.is_time_pulse = false;
  Complete();
  return false;
}

void Synchronizer::Complete() {
  // Feeds that start now join the slice with all they know by now.
  while (universes_->Select(frontier_, slice_) || universes_->StartInternalFeeds()) {
    feeds_->Collect(frontier_, slice_);
  }
  feeds_->RemoveFinished();
}

}  // namespace regimen
