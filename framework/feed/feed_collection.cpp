#include "framework/feed/feed_collection.hpp"

#include <algorithm>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regimen {

namespace {

bool ComesBefore(const AnySubscription& a, const AnySubscription& b) {
  const SubscriptionDataConfig& x = ConfigOf(a);
  const SubscriptionDataConfig& y = ConfigOf(b);
  const auto key = [](const SubscriptionDataConfig& config) {
    return std::tuple(config.symbol.SecurityType(), config.tick_type);
  };
  if (key(x) != key(y)) return key(x) < key(y);
  if (!(x.symbol == y.symbol)) return x.symbol < y.symbol;
  return std::tuple(x.is_internal, x.resolution) < std::tuple(y.is_internal, y.resolution);
}

bool BringsSameBars(const SubscriptionDataConfig& a, const SubscriptionDataConfig& b) {
  return a.symbol == b.symbol && a.tick_type == b.tick_type && a.is_internal == b.is_internal;
}

template <class BarType>
void AddPoint(const Subscription<BarType>& feed, Slice& slice, bool repeated) {
  if (feed.IsEvent()) {
    std::visit([&](const auto& event) { slice.Add(event); }, feed.CurrentEvent());
  } else if constexpr (std::is_same_v<BarType, Tick>) {
    slice.Add(feed.CurrentBar());
  } else {
    slice.Add(feed.CurrentBar(), repeated);
  }
}

}  // namespace

const SubscriptionDataConfig& ConfigOf(const AnySubscription& subscription) {
  return std::visit([](const auto& s) -> const SubscriptionDataConfig& { return s->Config(); },
                    subscription);
}

Security& SecurityOf(const AnySubscription& subscription) {
  return std::visit([](const auto& s) -> Security& { return s->Owner(); }, subscription);
}

void FeedCollection::Add(AnySubscription subscription) {
  const auto at = std::ranges::upper_bound(entries_, subscription, ComesBefore);
  entries_.insert(at, std::move(subscription));
  Reindex();
}

std::size_t FeedCollection::Remove(const Symbol& symbol) {
  const std::size_t removed = std::erase_if(entries_, [&](const AnySubscription& entry) {
    return ConfigOf(entry).symbol == symbol && !ConfigOf(entry).is_internal;
  });
  if (removed != 0) Reindex();
  return removed;
}

bool FeedCollection::Contains(const SubscriptionDataConfig& config) const {
  return std::ranges::any_of(entries_, [&](const AnySubscription& entry) {
    return ConfigOf(entry).SameSubscription(config);
  });
}

void FeedCollection::Reindex() {
  next_emit_.clear();
  repeated_.assign(entries_.size(), 0);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    next_emit_.push_back(std::visit([](const auto& s) { return s->EmitTimeUtc(); }, entries_[i]));
    // Feeds of the same bars stand side by side.
    if (i > 0 && BringsSameBars(ConfigOf(entries_[i - 1]), ConfigOf(entries_[i]))) {
      repeated_[i - 1] = repeated_[i] = 1;
    }
  }
}

DateTime FeedCollection::NextEmitTimeUtc() const {
  DateTime next = DateTime::MaxValue;
  for (const DateTime emit : next_emit_) next = std::min(next, emit);
  return next;
}

void FeedCollection::Collect(DateTime frontier, TimeSlice& slice) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (next_emit_[i] > frontier) continue;
    std::visit([&](const auto& feed) { CollectFrom(*feed, i, frontier, slice); }, entries_[i]);
  }
}

template <class BarType>
void FeedCollection::CollectFrom(Subscription<BarType>& feed, std::size_t at, DateTime frontier,
                                 TimeSlice& slice) {
  const bool is_internal = feed.Config().is_internal;
  Slice& target = is_internal ? slice.internal : slice.slice;
  const auto first = static_cast<std::uint32_t>(target.PointCount());
  bool repeated = repeated_[at] != 0;
  do {
    AddPoint(feed, target, repeated);
    repeated = true;
  } while (feed.MoveNext() && feed.EmitTimeUtc() <= frontier);
  next_emit_[at] = feed.EmitTimeUtc();
  const auto count = static_cast<std::uint32_t>(target.PointCount()) - first;
  slice.packets.push_back({&feed.Owner(), first, count, is_internal});
  slice.data_point_count += count;
}

void FeedCollection::RemoveFinished() {
  if (std::ranges::find(next_emit_, DateTime::MaxValue) == next_emit_.end()) return;
  std::erase_if(entries_, [](const AnySubscription& entry) {
    return std::visit([](const auto& s) { return s->EmitTimeUtc() == DateTime::MaxValue; }, entry);
  });
  Reindex();
}

std::optional<TimeSpan> FeedCollection::FinestIncrement() const {
  std::optional<TimeSpan> finest;
  for (const AnySubscription& entry : entries_) {
    const SubscriptionDataConfig& config = ConfigOf(entry);
    if (config.is_internal || config.resolution == Resolution::Tick) continue;
    finest = finest ? std::min(*finest, config.Increment()) : config.Increment();
  }
  return finest;
}

std::vector<AnySubscription> FeedCollection::TakeFillForwardFeeds() {
  std::vector<AnySubscription> taken;
  std::erase_if(entries_, [&](AnySubscription& entry) {
    const SubscriptionDataConfig& config = ConfigOf(entry);
    if (config.is_internal || !config.fill_forward) return false;
    taken.push_back(std::move(entry));
    return true;
  });
  Reindex();
  return taken;
}

}  // namespace regimen
