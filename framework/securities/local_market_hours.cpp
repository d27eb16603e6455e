#include "framework/securities/local_market_hours.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace regimen {
namespace {

using SegmentList = std::vector<MarketHoursSegment>;

// The first session that ends at or after `time`, thus contains it or starts later.
SegmentList::const_iterator FirstNotBefore(const SegmentList& segments, TimeSpan time) {
  return std::find_if(segments.begin(), segments.end(),
                      [time](const MarketHoursSegment& segment) { return segment.End() >= time; });
}

SegmentList CutAtClose(const SegmentList& segments, TimeSpan close) {
  const auto cut = FirstNotBefore(segments, close);
  if (cut == segments.end()) return segments;
  if (close < cut->Start()) {
    return {segments.begin(), cut == segments.begin() ? cut : std::prev(cut)};
  }
  SegmentList kept(segments.begin(), cut);
  kept.emplace_back(cut->State(), cut->Start(), close);
  return kept;
}

SegmentList CutAtOpen(const SegmentList& segments, TimeSpan open) {
  const auto cut = FirstNotBefore(segments, open);
  if (cut == segments.end()) return segments;
  SegmentList kept(cut, segments.end());
  if (cut->Start() <= open) kept.front() = {cut->State(), open, cut->End()};
  return kept;
}

}  // namespace

LocalMarketHours::LocalMarketHours(std::vector<MarketHoursSegment> segments)
    : segments_(std::move(segments)) {
  std::erase_if(segments_, [](const MarketHoursSegment& segment) {
    return segment.State() == MarketHoursState::Closed;
  });
  for (const MarketHoursSegment& segment : segments_) {
    if (segment.State() == MarketHoursState::Market) {
      market_duration_ += segment.End() - segment.Start();
    }
  }
}

LocalMarketHours LocalMarketHours::OpenAllDay() {
  return LocalMarketHours({MarketHoursSegment::OpenAllDay()});
}

bool LocalMarketHours::IsOpenAllDay() const {
  return segments_.size() == 1 && segments_.front() == MarketHoursSegment::OpenAllDay();
}

bool LocalMarketHours::IsOpen(TimeSpan time, bool extended_market_hours) const {
  for (const MarketHoursSegment& segment : segments_) {
    if (segment.Contains(time)) return segment.IsOpen(extended_market_hours);
  }
  return false;
}

bool LocalMarketHours::IsOpen(TimeSpan start, TimeSpan end, bool extended_market_hours) const {
  return std::any_of(segments_.begin(), segments_.end(), [=](const MarketHoursSegment& segment) {
    return segment.IsOpen(extended_market_hours) && segment.Overlaps(start, end);
  });
}

std::optional<TimeSpan> LocalMarketHours::GetMarketOpen(
    TimeSpan time, bool extended_market_hours, std::optional<TimeSpan> previous_end) const {
  // Where a session must start to be the continuation of the one before.
  std::optional<TimeSpan> continued;
  if (previous_end == TimeSpan::FromDays(1)) continued = TimeSpan();
  for (const MarketHoursSegment& segment : segments_) {
    if (!segment.IsOpen(extended_market_hours)) continue;
    if (segment.End() > time && segment.Start() != continued) return segment.Start();
    continued = segment.End();
  }
  return std::nullopt;
}

std::optional<TimeSpan> LocalMarketHours::GetMarketClose(TimeSpan time, bool extended_market_hours,
                                                         std::optional<TimeSpan> next_start) const {
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const MarketHoursSegment& segment = segments_[i];
    if (segment.End() <= time || !segment.IsOpen(extended_market_hours)) continue;
    const bool is_last = i + 1 == segments_.size();
    const bool goes_on = is_last
                             ? segment.End() == TimeSpan::FromDays(1) && next_start == TimeSpan()
                             : segments_[i + 1].IsOpen(extended_market_hours) &&
                                   segments_[i + 1].Start() == segment.End();
    if (!goes_on) return segment.End();
  }
  return std::nullopt;
}

std::optional<TimeSpan> LocalMarketHours::GetLastMarketClose(TimeSpan time,
                                                             bool extended_market_hours) const {
  for (const MarketHoursSegment& segment : std::views::reverse(segments_)) {
    if (segment.IsOpen(extended_market_hours) && segment.End() > time) return segment.End();
  }
  return std::nullopt;
}

std::optional<TimeSpan> LocalMarketHours::GetFirstMarketOpen(TimeSpan time,
                                                             bool extended_market_hours) const {
  for (const MarketHoursSegment& segment : segments_) {
    if (segment.IsOpen(extended_market_hours) && segment.Start() <= time) return segment.Start();
  }
  return std::nullopt;
}

LocalMarketHours LocalMarketHours::Adjusted(std::optional<TimeSpan> early_close,
                                            std::optional<TimeSpan> late_open) const {
  if (!late_open) {
    return early_close ? LocalMarketHours(CutAtClose(segments_, *early_close)) : *this;
  }
  if (!early_close) return LocalMarketHours(CutAtOpen(segments_, *late_open));
  SegmentList until_close = CutAtClose(segments_, *early_close);
  SegmentList from_open =
      CutAtOpen(*early_close >= *late_open ? until_close : segments_, *late_open);
  if (*early_close > *late_open) return LocalMarketHours(std::move(from_open));
  until_close.insert(until_close.end(), from_open.begin(), from_open.end());
  return LocalMarketHours(std::move(until_close));
}

}  // namespace regimen
