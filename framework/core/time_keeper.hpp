#pragma once

#include <deque>

#include "framework/core/date_time.hpp"
#include "framework/core/time_zone.hpp"

namespace regimen {

// The clock of one time zone: a simulated clock that moves only when its TimeKeeper is told to.
class LocalTimeKeeper {
 public:
  LocalTimeKeeper(DateTime utc_time, DateTimeZone zone) : zone_(zone) { Update(utc_time); }

  DateTimeZone TimeZone() const { return zone_; }
  DateTime LocalTime() const { return local_time_; }

  // O(1): the zone's table is asked again only past its next transition (or when time steps back).
  void Update(DateTime utc_time);

 private:
  DateTimeZone zone_;
  DateTime local_time_;
  TimeSpan offset_;
  DateTime valid_from_;
  DateTime valid_until_;
};

// The one clock of a run: UTC, and local time in every zone that was asked for (LEAN's TimeKeeper).
//
// Owned by the engine; strategies and securities read it. Not thread-safe.
class TimeKeeper {
 public:
  explicit TimeKeeper(DateTime utc_time) : utc_time_(utc_time) {}
  TimeKeeper(const TimeKeeper&) = delete;
  TimeKeeper& operator=(const TimeKeeper&) = delete;

  DateTime UtcTime() const { return utc_time_; }
  void SetUtcDateTime(DateTime utc_time);
  // Returns the clock of `zone`; the reference stays valid for the keeper's life.
  const LocalTimeKeeper& GetLocalTimeKeeper(DateTimeZone zone);

 private:
  DateTime utc_time_;
  std::deque<LocalTimeKeeper> locals_;
};

}  // namespace regimen
