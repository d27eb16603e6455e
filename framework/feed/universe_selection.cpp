#include "framework/feed/universe_selection.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace regimen {

UniverseSelection::UniverseSelection(SecurityManager& securities, FeedCollection& feeds,
                                     Ports ports)
    : securities_(&securities), feeds_(&feeds), ports_(std::move(ports)) {}

UniverseSelection::Universe& UniverseSelection::UniverseOf(const Symbol& symbol) {
  for (Universe& universe : universes_) {
    if (universe.definition.Type() == symbol.SecurityType() &&
        universe.definition.Market() == symbol.Market()) {
      return universe;
    }
  }
  return universes_.emplace_back(
      Universe{UserDefinedUniverse(symbol.SecurityType(), std::string(symbol.Market())), {}});
}

void UniverseSelection::AddFeed(const SubscriptionDataConfig& config, DateTime now_utc) {
  UserDefinedUniverse& universe = UniverseOf(config.symbol).definition;
  // A member that was removed and added again before the universe could react just stays.
  if (!universe.Add(config) || IsMember(config.symbol)) return;
  // Several additions of one instant are one trigger.
  if (universe.NextTriggerUtc() != now_utc) universe.TriggerAt(now_utc);
}

void UniverseSelection::RemoveSymbol(const Symbol& symbol, DateTime now_utc) {
  UserDefinedUniverse& universe = UniverseOf(symbol).definition;
  if (!universe.Remove(symbol)) return;
  if (universe.NextTriggerUtc() != now_utc) universe.TriggerAt(now_utc);
}

void UniverseSelection::AddInternalFeed(Security& security, const SubscriptionDataConfig& config,
                                        DateTime start_utc) {
  internal_feeds_.push_back({&security, config, start_utc});
}

DateTime UniverseSelection::NextTriggerUtc() const {
  DateTime next = DateTime::MaxValue;
  for (const Universe& universe : universes_) {
    next = std::min(next, universe.definition.NextTriggerUtc());
  }
  return next;
}

bool UniverseSelection::IsMember(const Symbol& symbol) const {
  return std::ranges::any_of(universes_, [&](const Universe& universe) {
    return std::ranges::find(universe.members, symbol) != universe.members.end();
  });
}

std::vector<Security*> UniverseSelection::Members() const {
  std::vector<Security*> members;
  for (const Universe& universe : universes_) {
    for (const Symbol& symbol : universe.members) members.push_back(&(*securities_)[symbol]);
  }
  return members;
}

bool UniverseSelection::Select(DateTime frontier, TimeSlice& slice) {
  bool due = false;
  for (Universe& universe : universes_) {
    const int triggers = universe.definition.TakeTriggers(frontier);
    if (triggers == 0) continue;
    due = true;
    slice.universe_points += triggers;
    slice.data_point_count += triggers;
    CheckPendingRemovals(universe, slice);
    RemoveMembers(universe, slice);
    AddMembers(universe, frontier, slice);
  }
  return due;
}

void UniverseSelection::RemoveMembers(Universe& universe, TimeSlice& slice) {
  std::vector<Symbol> removed;
  std::ranges::copy_if(universe.members, std::back_inserter(removed),
                       [&](const Symbol& member) { return !universe.definition.Contains(member); });
  std::ranges::sort(removed, {}, [](const Symbol& symbol) { return symbol.ID().ToString(); });
  for (const Symbol& symbol : removed) {
    Security& security = (*securities_)[symbol];
    slice.removed.push_back(&security);
    if (ports_.is_safe_to_remove(security)) {
      Retire(security, slice);
    } else if (std::ranges::find(pending_removals_, &security) == pending_removals_.end()) {
      pending_removals_.push_back(&security);
    }
  }
}

// One that is safe goes even when it was added again: it then comes back as a new member.
void UniverseSelection::CheckPendingRemovals(const Universe& selecting, TimeSlice& slice) {
  std::erase_if(pending_removals_, [&](Security* security) {
    const bool is_safe = ports_.is_safe_to_remove(*security);
    if (is_safe) Retire(*security, slice);
    return is_safe || selecting.definition.Contains(security->GetSymbol());
  });
}

void UniverseSelection::Retire(Security& security, TimeSlice& slice) {
  for (Universe& universe : universes_) std::erase(universe.members, security.GetSymbol());
  feeds_->Remove(security.GetSymbol());
  security.RemoveSubscriptions();
  slice.retired.push_back(&security);
}

void UniverseSelection::AddMembers(Universe& universe, DateTime frontier, TimeSlice& slice) {
  const std::vector<Symbol> before = universe.members;
  std::vector<SubscriptionDataConfig> started;
  for (const SubscriptionDataConfig& config : universe.definition.Feeds()) {
    // A member keeps the feeds it started with.
    if (std::ranges::find(before, config.symbol) != before.end()) continue;
    if (std::ranges::find(universe.members, config.symbol) == universe.members.end()) {
      Security& security = (*securities_)[config.symbol];
      universe.members.push_back(config.symbol);
      slice.added.push_back(&security);
    }
    started.push_back(config);
  }
  for (const SubscriptionDataConfig& config : started) {
    Security& security = (*securities_)[config.symbol];
    const auto same = [&](const SubscriptionDataConfig& other) {
      return other.SameSubscription(config);
    };
    if (std::ranges::none_of(security.Subscriptions(), same)) security.AddSubscription(config);
    ports_.announce_feed(security, config, frontier);
  }
  FollowFinestIncrement(frontier, started);
  // The columns first and then the feeds, side by side in memory: they are gone through together in
  // every step.
  if (ports_.read_announced) ports_.read_announced();
  for (const SubscriptionDataConfig& config : started) {
    StartFeed((*securities_)[config.symbol], config, frontier);
  }
}

void UniverseSelection::StartFeed(Security& security, const SubscriptionDataConfig& config,
                                  DateTime start_utc) {
  if (feeds_->Contains(config)) return;
  feeds_->Add(ports_.make_feed(security, config, start_utc, fill_forward_interval_));
}

bool UniverseSelection::StartInternalFeeds() {
  const bool any = !internal_feeds_.empty();
  for (const InternalFeed& feed : internal_feeds_) {
    StartFeed(*feed.security, feed.config, feed.start_utc);
  }
  internal_feeds_.clear();
  return any;
}

// The interval of copies is that of the finest feed of the run: when it changes, every feed that
// fills forward starts anew, one tick later.
void UniverseSelection::FollowFinestIncrement(DateTime frontier,
                                              const std::vector<SubscriptionDataConfig>& added) {
  std::optional<TimeSpan> finest = feeds_->FinestIncrement();
  for (const SubscriptionDataConfig& config : added) {
    if (config.resolution == Resolution::Tick) continue;
    finest = finest ? std::min(*finest, config.Increment()) : config.Increment();
  }
  const TimeSpan interval = finest.value_or(TimeSpan::FromMinutes(1));
  if (interval == fill_forward_interval_) return;
  fill_forward_interval_ = interval;
  const DateTime start = frontier + TimeSpan::FromTicks(1);
  for (const AnySubscription& old : feeds_->TakeFillForwardFeeds()) {
    feeds_->Add(ports_.make_feed(SecurityOf(old), ConfigOf(old), start, interval));
  }
}

}  // namespace regimen
