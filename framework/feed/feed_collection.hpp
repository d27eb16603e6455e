#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/feed/subscription.hpp"
#include "framework/feed/time_slice.hpp"

namespace regimen {

// A feed of trade bars, of quote bars or of ticks.
using AnySubscription =
    std::variant<std::unique_ptr<TradeSubscription>, std::unique_ptr<QuoteSubscription>,
                 std::unique_ptr<TickSubscription>>;

// The active feeds in the order in which their points stand in a slice, and the merge of them by
// time.
//
// Order (LEAN's SubscriptionCollection): security type, tick type, ticker (ordinal, ignoring case);
// of one symbol first the strategy's own feeds, then the finer resolution, then the one added
// first, where LEAN leaves the order open. The next instant of every feed stands in one array: the
// merge is a scan of it, which for hundreds of feeds beats a heap, and all points of an instant
// come out in order by themselves. Not thread-safe.
class FeedCollection {
 public:
  // Takes a feed that stands on its first point (or past its last).
  void Add(AnySubscription subscription);
  // Removes the strategy's own feeds of a symbol; returns how many went.
  std::size_t Remove(const Symbol& symbol);
  bool Contains(const SubscriptionDataConfig& config) const;
  bool Empty() const { return entries_.empty(); }

  // The earliest next instant; DateTime::MaxValue when every feed is over. O(feeds).
  DateTime NextEmitTimeUtc() const;
  // Moves every point known by `frontier` into the slice. O(feeds + points).
  void Collect(DateTime frontier, TimeSlice& slice);
  // Drops the feeds that are over.
  void RemoveFinished();

  // The finest bar length among the strategy's own feeds; nullopt when there are none.
  std::optional<TimeSpan> FinestIncrement() const;
  // Takes out the strategy's own feeds that fill forward, in order.
  std::vector<AnySubscription> TakeFillForwardFeeds();

 private:
  void Reindex();
  template <class BarType>
  void CollectFrom(Subscription<BarType>& feed, std::size_t at, DateTime frontier,
                   TimeSlice& slice);

  std::vector<AnySubscription> entries_;
  std::vector<DateTime> next_emit_;
  // Whether another feed brings bars of the same symbol and kind.
  std::vector<char> repeated_;
};

const SubscriptionDataConfig& ConfigOf(const AnySubscription& subscription);
Security& SecurityOf(const AnySubscription& subscription);

}  // namespace regimen
