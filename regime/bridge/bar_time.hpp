// LEAN's clock and the regime rooms' clock.
#pragma once

#include <chrono>

#include "framework/core/date_time.hpp"
#include "regime/observation/price_bar.hpp"

namespace regimen {

// Both count local time without a zone; tenths of a microsecond are dropped.
constexpr BarTime ToBarTime(DateTime time) {
  constexpr std::int64_t kTicksPerMicrosecond = 10;
  return BarTime(std::chrono::microseconds((time.Ticks() - DateTime::UnixEpoch.Ticks()) /
                                           kTicksPerMicrosecond));
}

constexpr DateTime ToDateTime(BarTime time) {
  constexpr std::int64_t kTicksPerMicrosecond = 10;
  return DateTime(DateTime::UnixEpoch.Ticks() +
                  time.time_since_epoch().count() * kTicksPerMicrosecond);
}

}  // namespace regimen
