#pragma once

#include "framework/core/time_span.hpp"
#include "framework/securities/market_hours_state.hpp"

namespace regimen {

// A session within one day: from Start (included) to End (excluded, up to 24 h), exchange-local
// times of day. An immutable value.
class MarketHoursSegment {
 public:
  constexpr MarketHoursSegment(MarketHoursState state, TimeSpan start, TimeSpan end)
      : start_(start), end_(end), state_(state) {}

  static constexpr MarketHoursSegment OpenAllDay() {
    return {MarketHoursState::Market, TimeSpan(), TimeSpan::FromDays(1)};
  }

  constexpr TimeSpan Start() const { return start_; }
  constexpr TimeSpan End() const { return end_; }
  constexpr MarketHoursState State() const { return state_; }
  // Whether it counts as open: regular sessions always do, others in extended hours only.
  constexpr bool IsOpen(bool extended_market_hours) const {
    return state_ == MarketHoursState::Market ||
           (extended_market_hours && state_ != MarketHoursState::Closed);
  }

  constexpr bool Contains(TimeSpan time) const { return time >= start_ && time < end_; }
  constexpr bool Overlaps(TimeSpan start, TimeSpan end) const {
    return start_ < end && end_ > start;
  }

  friend constexpr bool operator==(const MarketHoursSegment&, const MarketHoursSegment&) = default;

 private:
  TimeSpan start_;
  TimeSpan end_;
  MarketHoursState state_;
};

}  // namespace regimen
