#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/market/slice.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

// Everything that became known at one instant, as the engine needs it (LEAN's TimeSlice).
//
// Owned by the Synchronizer and rebuilt in place: valid until the next one is asked for.
struct TimeSlice {
  // The points of one feed: `count` places of the order of `slice` (or of `internal`) from `first`.
  struct Packet {
    Security* security;
    std::uint32_t first;
    std::uint32_t count;
    bool is_internal;
  };

  // A pulse moves the clock to an instant before universes are selected; it carries nothing.
  bool is_time_pulse = false;
  DateTime utc_time;
  // What the strategy sees.
  Slice slice;
  // Points of internal feeds (benchmark): they move prices and are not shown.
  Slice internal;
  std::vector<Packet> packets;
  std::vector<Security*> added;
  std::vector<Security*> removed;
  // Those whose data ended: at once for a removed one without position and orders, else later.
  std::vector<Security*> retired;
  // Every point of every feed, and the universes' triggers.
  std::int64_t data_point_count = 0;
  int universe_points = 0;

  void Reset(DateTime utc, DateTime algorithm_time);
};

}  // namespace regimen
