#include "framework/feed/fill_forward.hpp"

#include <algorithm>

namespace regimen {

FillForward::FillForward(const SubscriptionDataConfig& config, const SecurityExchangeHours& hours,
                         TimeSpan interval, bool strict_daily_end_times)
    : hours_(&hours),
      data_zone_(config.data_time_zone),
      exchange_zone_(config.exchange_time_zone),
      exchange_clock_(config.exchange_time_zone),
      same_zone_(config.data_time_zone == config.exchange_time_zone),
      extended_(config.extended_market_hours),
      strict_(strict_daily_end_times),
      interval_(interval),
      resolution_(config.Increment()),
      window_(hours, config.extended_market_hours) {}

DateTime FillForward::ToData(DateTime time) const {
  return same_zone_ ? time : ConvertTo(time, exchange_zone_, data_zone_);
}

DateTime FillForward::ToExchange(DateTime time) const {
  return same_zone_ ? time : ConvertTo(time, data_zone_, exchange_zone_);
}

DateTime FillForward::RoundDown(DateTime time, TimeSpan interval) const {
  return ToExchange(ToData(time).RoundDown(interval));
}

std::optional<FillForward::Span> FillForward::CopyBefore(const Span& previous, const Span& next,
                                                         bool next_is_event) {
  const TimeSpan gap = exchange_clock_.ToUtc(next.time) - exchange_clock_.ToUtc(previous.time);
  if (gap <= interval_ && gap <= resolution_) return std::nullopt;

  const TimeSpan next_period = next_is_event ? TimeSpan()
                               : strict_     ? next.end_time - next.time
                                             : resolution_;
  const DateTime next_end = ToData(next.time) + next_period;
  const Candidates candidates = CandidatesAfter(previous.end_time);
  for (std::size_t i = 0; i < candidates.count; ++i) {
    bool past_next = false;
    auto span = Due(candidates.items[i], next_end, next_is_event, past_next);
    if (past_next) return std::nullopt;
    if (span) return span;
  }
  return std::nullopt;
}

std::optional<FillForward::Span> FillForward::Due(const Candidate& candidate, DateTime next_end,
                                                  bool next_is_event, bool& past_next) {
  const DateTime start = candidate.is_session ? candidate.reference
                                              : RoundDown(candidate.reference, candidate.interval);
  const DateTime end = ToData(start) + candidate.interval;
  past_next = next_is_event ? end > next_end : end >= next_end;
  if (past_next) return std::nullopt;
  const DateTime local_end = ToExchange(end);
  if (!window_.Overlaps(local_end - candidate.interval, local_end)) return std::nullopt;
  if (!strict_) return Span{ToExchange(end - resolution_), local_end};
  // The session's own length: shorter on a half day.
  const DailyCalendar session = DailyCalendar::At(local_end - TimeSpan::FromTicks(1), *hours_);
  return Span{local_end - session.Period(), local_end};
}

FillForward::Candidates FillForward::CandidatesAfter(DateTime previous_end) {
  Candidates candidates;
  if (interval_ == resolution_) {
    AddEqualIntervals(previous_end, candidates);
  } else {
    AddMixedIntervals(previous_end, candidates);
  }
  return candidates;
}

void FillForward::AddEqualIntervals(DateTime previous_end, Candidates& out) {
  if (!strict_ && window_.Overlaps(previous_end, previous_end + resolution_)) {
    out.Add(previous_end, resolution_);
  }
  // A market that never closes has no next open.
  if (hours_->IsMarketAlwaysOpen()) return;
  const DateTime open = hours_->GetNextMarketOpen(previous_end, extended_);
  if (strict_) {
    const DailyCalendar session = DailyCalendar::At(open, *hours_);
    out.Add(session.start, session.Period(), true);
  } else {
    out.Add(open, resolution_);
  }
}

void FillForward::AddMixedIntervals(DateTime previous_end, Candidates& out) {
  const TimeSpan smaller = std::min(interval_, resolution_);
  const TimeSpan larger = std::max(interval_, resolution_);
  std::size_t sorted_from = 0;
  if (window_.Overlaps(previous_end, previous_end + smaller)) {
    out.Add(previous_end, smaller);
    // Only sessions may come before the copy one interval on.
    if (!strict_) sorted_from = 1;
  }
  if (strict_) {
    const DailyCalendar session = DailyCalendar::At(previous_end, *hours_);
    if (previous_end < session.end) out.Add(session.start, session.Period(), true);
  } else {
    const DateTime start = RoundDown(previous_end, larger);
    if (window_.Overlaps(start, start + larger)) out.Add(start, larger);
  }
  if (!hours_->IsMarketAlwaysOpen()) {
    const DateTime open = hours_->GetNextMarketOpen(previous_end, extended_);
    out.Add(open, smaller);
    if (strict_) {
      const DailyCalendar session =
          DailyCalendar::At(hours_->GetNextMarketOpen(previous_end, false), *hours_);
      out.Add(session.start, session.Period(), true);
    } else {
      out.Add(open, larger);
    }
  }
  out.SortFrom(sorted_from);
}

void FillForward::Candidates::SortFrom(std::size_t first) {
  std::stable_sort(items.begin() + static_cast<std::ptrdiff_t>(first),
                   items.begin() + static_cast<std::ptrdiff_t>(count),
                   [](const Candidate& a, const Candidate& b) {
                     return a.reference + a.interval < b.reference + b.interval;
                   });
}

FillForward::Span FillForward::EndOfSubscription(DateTime end) const {
  const DateTime time = end.RoundDown(resolution_);
  if (!strict_) return {time, time + resolution_};
  const DailyCalendar session = DailyCalendar::At(time + resolution_, *hours_);
  return {session.start, session.end};
}

}  // namespace regimen
