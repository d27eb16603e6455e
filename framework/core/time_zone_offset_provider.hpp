// UTC offsets for times that only go forward.
#pragma once

#include "framework/core/time_zone.hpp"

namespace regimen {

// The offset of a zone, for callers whose times march forward. It moves to the next offset only
// when an instant at or past the next change is asked for, and never back: a sequence of local
// times is mapped to UTC by the old offset first, so that it stays in order through the hour that
// autumn repeats. (LEAN: TimeZoneOffsetProvider.)
//
// O(1) per call. One owner, one thread.
class TimeZoneOffsetProvider {
 public:
  // Starts with the offset in force at `utc_start`.
  TimeZoneOffsetProvider(DateTimeZone zone, DateTime utc_start)
      : zone_(zone), interval_(zone.IntervalAtUtc(utc_start)) {}

  DateTimeZone TimeZone() const { return zone_; }
  // The change after which another offset will be given; DateTime::MaxValue if there is none.
  DateTime NextDiscontinuity() const { return interval_.end; }

  // Local time - UTC at `utc`, or at the latest instant asked for before if that was later.
  TimeSpan OffsetAt(DateTime utc) {
    while (utc >= interval_.end && interval_.end != DateTime::MaxValue) {
      interval_ = zone_.IntervalAtUtc(interval_.end);
    }
    return interval_.offset;
  }
  DateTime ConvertFromUtc(DateTime utc) { return utc + OffsetAt(utc); }
  // By the present offset; if the instant so found is past the next change, by the offset there.
  DateTime ConvertToUtc(DateTime local) { return local - OffsetAt(local - interval_.offset); }

 private:
  DateTimeZone zone_;
  ZoneInterval interval_;
};

}  // namespace regimen
