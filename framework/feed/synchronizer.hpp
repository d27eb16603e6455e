#pragma once

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

  // Returns the next slice or pulse, valid until the next call; nullptr when the data are over.
  TimeSlice* Next();

 private:
  // Returns whether what was made is a pulse; otherwise it is a complete slice.
  bool Advance();
  void Complete();
  bool IsWorthEmitting();

  FeedCollection* feeds_;
  UniverseSelection* universes_;
  Clock clock_;
  DateTime frontier_;
  TimeSlice slice_;
  // A pulse was made and its slice is still to be completed.
  bool after_pulse_ = false;
  DateTime previous_emit_ = DateTime::MaxValue;
  bool previous_was_pulse_ = false;
  bool retried_ = false;
};

}  // namespace regimen
