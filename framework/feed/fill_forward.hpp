#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "framework/core/date_time.hpp"
#include "framework/core/time_span.hpp"
#include "framework/feed/daily_calendar.hpp"
#include "framework/feed/session_window.hpp"
#include "framework/securities/security_exchange_hours.hpp"
#include "framework/securities/subscription_data_config.hpp"

namespace regimen {

// When the next copy of a bar is due while no new bar has come (LEAN's FillForwardEnumerator).
//
// The interval of copies is the finest resolution among all feeds of the run, not the feed's own,
// so a daily bar beside minute bars is repeated every minute of the session. Nothing is copied
// while the (subscribed) market is closed. Times are exchange-local; differences are taken in UTC,
// rounding is done in the data's time zone. Not thread-safe.
class FillForward {
 public:
  struct Span {
    DateTime time;
    DateTime end_time;
  };

  FillForward(const SubscriptionDataConfig& config, const SecurityExchangeHours& hours,
              TimeSpan interval, bool strict_daily_end_times);

  // Returns the span of the copy of `previous` that is due before `next` is delivered, or nullopt.
  // `next_is_event`: a corporate event, which may share its instant with a copy.
  std::optional<Span> CopyBefore(const Span& previous, const Span& next, bool next_is_event);

  // The span of a bar at the end of the subscription, the target of copies after the last file.
  Span EndOfSubscription(DateTime end) const;
  bool IsOpenDuring(const Span& span) { return window_.Overlaps(span.time, span.end_time); }
  // Rounds down to a multiple of `interval` in the data's time zone.
  DateTime RoundDown(DateTime time, TimeSpan interval) const;

 private:
  // One instant at which a copy could be due: the end of `interval` after `reference`.
  struct Candidate {
    DateTime reference;
    TimeSpan interval;
    // Sessions are taken as they are; other intervals are aligned to multiples of themselves.
    bool is_session;
  };
  struct Candidates {
    std::array<Candidate, 4> items;
    std::size_t count = 0;
    void Add(DateTime reference, TimeSpan interval, bool is_session = false) {
      items[count++] = {reference, interval, is_session};
    }
    void SortFrom(std::size_t first);
  };

  Candidates CandidatesAfter(DateTime previous_end);
  void AddEqualIntervals(DateTime previous_end, Candidates& out);
  void AddMixedIntervals(DateTime previous_end, Candidates& out);
  std::optional<Span> Due(const Candidate& candidate, DateTime next_end, bool next_is_event,
                          bool& past_next);
  DateTime ToData(DateTime time) const;
  DateTime ToExchange(DateTime time) const;

  const SecurityExchangeHours* hours_;
  DateTimeZone data_zone_;
  DateTimeZone exchange_zone_;
  ZoneCursor exchange_clock_;
  bool same_zone_;
  bool extended_;
  bool strict_;
  TimeSpan interval_;
  TimeSpan resolution_;
  SessionWindow window_;
};

}  // namespace regimen
