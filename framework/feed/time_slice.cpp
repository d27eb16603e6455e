#include "framework/feed/time_slice.hpp"

namespace regimen {

void TimeSlice::Reset(DateTime utc, DateTime algorithm_time) {
  is_time_pulse = false;
  utc_time = utc;
  slice.Reset(utc, algorithm_time);
  internal.Reset(utc, algorithm_time);
  packets.clear();
  added.clear();
  removed.clear();
  retired.clear();
  data_point_count = 0;
  universe_points = 0;
}

}  // namespace regimen
