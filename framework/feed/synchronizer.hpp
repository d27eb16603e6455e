#pragma once

#include <array>
#include <cstddef>
#include <functional>

#include "framework/core/date_time.hpp"
#include "framework/feed/feed_collection.hpp"
#include "framework/feed/time_slice.hpp"
#include "framework/feed/universe_selection.hpp"

namespace regimen {

// Turns the feeds into one slice for each instant at which anything becomes known (LEAN's
// Synchronizer and SubscriptionSynchronizer).
//
// The frontier is the earliest next instant of any feed or universe and never goes back. Where a
// universe is due, a pulse moves the clock first, then the universe selects, and what its new feeds
// know by then joins the same slice. Pulled by the event loop; not thread-safe.
class Synchronizer {
 public:
  struct Clock {
    // The run's clock as the algorithm sees it now, and an instant in the algorithm's time zone.
    std::function<DateTime()> algorithm_utc;
    std::function<DateTime(DateTime)> to_algorithm_time;
  };

  Synchronizer(FeedCollection& feeds, UniverseSelection& universes, Clock clock,
               DateTime start_utc);

  // Returns the next slice or pulse; nullptr when the data are over. A slice stays as it is until
  // the next one is returned, the last one for the synchronizer's life.
  TimeSlice* Next();

 private:
  // Returns whether what was made is a pulse; otherwise it is a complete slice.
  bool Advance(TimeSlice& slice);
  void Complete(TimeSlice& slice);
  bool IsWorthEmitting(const TimeSlice& slice);

  FeedCollection* feeds_;
  UniverseSelection* universes_;
  Clock clock_;
  DateTime frontier_;
  // The slice last returned and the one being made take turns.
  std::array<TimeSlice, 2> slices_;
  std::size_t making_ = 0;
  // A pulse was made and its slice is still to be completed.
  bool after_pulse_ = false;
  DateTime previous_emit_ = DateTime::MaxValue;
  bool previous_was_pulse_ = false;
  bool retried_ = false;
};

}  // namespace regimen
