#pragma once

#include <optional>
#include <span>
#include <vector>

#include "framework/securities/market_hours_segment.hpp"

namespace regimen {

// The sessions of one trading day, in order of time and without overlap; none: closed all day.
//
// All times are exchange-local times of day, up to 24 h. An immutable value; reading it from
// several threads is safe. (LEAN: LocalMarketHours.)
class LocalMarketHours {
 public:
  // Closed all day.
  LocalMarketHours() = default;
  // Leaves out segments that are Closed. Requires: in order of time, without overlap.
  explicit LocalMarketHours(std::vector<MarketHoursSegment> segments);

  static LocalMarketHours OpenAllDay();

  std::span<const MarketHoursSegment> Segments() const { return segments_; }
  bool IsClosedAllDay() const { return segments_.empty(); }
  bool IsOpenAllDay() const;
  // The length of the regular sessions together: 6.5 h for US equities.
  TimeSpan MarketDuration() const { return market_duration_; }

  bool IsOpen(TimeSpan time, bool extended_market_hours) const;
  // Whether a session overlaps (start, end); end may be beyond 24 h. Requires: start < end.
  bool IsOpen(TimeSpan start, TimeSpan end, bool extended_market_hours) const;

  // The start of the first session that ends after `time` and does not go on from one before it. It
  // may be before `time`. `previous_end` is where the last session of the day before ends.
  std::optional<TimeSpan> GetMarketOpen(TimeSpan time, bool extended_market_hours,
                                        std::optional<TimeSpan> previous_end) const;
  // The end of the first session after `time` after which none follows at once. `next_start` is
  // where the first session of the day after starts.
  std::optional<TimeSpan> GetMarketClose(TimeSpan time, bool extended_market_hours,
                                         std::optional<TimeSpan> next_start) const;
  // The end of the day's last session if that is after `time`.
  std::optional<TimeSpan> GetLastMarketClose(TimeSpan time, bool extended_market_hours) const;
  // The start of the day's first session if that is at or before `time`.
  std::optional<TimeSpan> GetFirstMarketOpen(TimeSpan time, bool extended_market_hours) const;

  // The sessions of a date on which the exchange closes early or opens late. An early close cuts
  // the session at that time and drops later ones, a late open cuts it from the other side; a late
  // open after the early close leaves a pause between the two. As in LEAN, an early close between
  // two sessions drops the one before it too, and a late open after the last session changes
  // nothing.
  LocalMarketHours Adjusted(std::optional<TimeSpan> early_close,
                            std::optional<TimeSpan> late_open) const;

 private:
  std::vector<MarketHoursSegment> segments_;
  TimeSpan market_duration_;
};

}  // namespace regimen
