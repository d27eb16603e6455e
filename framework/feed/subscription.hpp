#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "framework/core/date_time.hpp"
#include "framework/core/time_zone_offset_provider.hpp"
#include "framework/feed/fill_forward.hpp"
#include "framework/feed/price_adjuster.hpp"
#include "framework/feed/price_reader.hpp"
#include "framework/feed/session_window.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

// One feed of the run: its points in the order in which they become known, each with the UTC
// instant at which that is (LEAN's Subscription over the whole enumerator stack).
//
// reader -> quote sides -> fill-forward -> market-hours filter -> price adjustment. Pulled by the
// Synchronizer on the algorithm's thread; nothing is virtual and nothing is allocated per bar.
template <class BarType>
class Subscription {
 public:
  struct Options {
    FeedPeriod period;
    // The interval of fill-forward copies.
    TimeSpan fill_forward_interval;
    bool strict_daily_end_times = false;
  };

  Subscription(Security& security, const SubscriptionDataConfig& config,
               PriceReader<BarType> reader, PriceAdjuster adjuster, const Options& options);

  const SubscriptionDataConfig& Config() const { return config_; }
  Security& Owner() const { return *security_; }

  // Moves to the next point; false when there is none any more.
  bool MoveNext();
  // When the current point becomes known; DateTime::MaxValue after the last one.
  DateTime EmitTimeUtc() const { return emit_time_utc_; }
  // The current point: a bar, unless IsEvent().
  bool IsEvent() const { return is_event_; }
  const BarType& CurrentBar() const { return *current_; }
  const CorporateEvent& CurrentEvent() const { return reader_.Event(); }

 private:
  using Step = typename PriceReader<BarType>::Step;

  Step NextPoint();
  Step NextAfterLastRow();
  Step Copy(const FillForward::Span& span);
  Step EmitRow();
  void ReadAhead();
  bool Deliver(Step step);
  bool DeliverEvent();
  bool DeliverBar();
  void AlignCopy(BarType& bar) const;
  bool IsWanted(const CorporateEvent& event) const;

  Security* security_;
  SubscriptionDataConfig config_;
  PriceReader<BarType> reader_;
  PriceAdjuster adjuster_;
  Options options_;
  const SecurityExchangeHours* hours_;
  SessionWindow window_;
  FillForward fill_forward_;
  TimeZoneOffsetProvider offsets_;

  BarType next_;
  BarType last_;
  Step next_step_ = Step::End;
  bool has_next_ = false;
  bool has_last_ = false;
  FillForward::Span last_span_;
  std::optional<DateTime> delisted_;

  BarType* current_ = &last_;
  bool is_event_ = false;
  DateTime emit_time_utc_;
};

using TradeSubscription = Subscription<TradeBar>;
using QuoteSubscription = Subscription<QuoteBar>;
using TickSubscription = Subscription<Tick>;

extern template class Subscription<TradeBar>;
extern template class Subscription<QuoteBar>;
extern template class Subscription<Tick>;

}  // namespace regimen
