#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/feed/feed_collection.hpp"
#include "framework/feed/user_defined_universe.hpp"
#include "framework/securities/security_manager.hpp"

namespace regimen {

// Decides which feeds are active: the members of the universes, and the internal feeds (LEAN's
// UniverseSelection and DataManager).
//
// A new member's feeds start at the frontier. A removed one is reported at once, but it stays a
// member, with its data, while it has a position, open orders or unsettled cash; every selection
// looks again, and reports it again. Not thread-safe.
class UniverseSelection {
 public:
  struct Ports {
    // Makes a feed that delivers from `start_utc` on; it stands on its first point.
    std::function<AnySubscription(Security&, const SubscriptionDataConfig&, DateTime start_utc,
                                  TimeSpan fill_forward_interval)>
        make_feed;
    // Told of a feed that is about to be made, so that its file can be read ahead.
    std::function<void(const Security&, const SubscriptionDataConfig&, DateTime start_utc)>
        announce_feed;
    // Whether a security may leave: no position, no open order, no unsettled cash.
    std::function<bool(const Security&)> is_safe_to_remove;
    // Reads the files of the feeds that were announced; empty: each is read when its feed is made.
    std::function<void()> read_announced = {};
  };

  UniverseSelection(SecurityManager& securities, FeedCollection& feeds, Ports ports);

  // A strategy's request, from `now_utc` on. Additions are seen one tick later, removals at once.
  void AddFeed(const SubscriptionDataConfig& config, DateTime now_utc);
  void RemoveSymbol(const Symbol& symbol, DateTime now_utc);
  // A feed that no strategy sees, e.g. the benchmark's; it starts at its own time.
  void AddInternalFeed(Security& security, const SubscriptionDataConfig& config,
                       DateTime start_utc);

  DateTime NextTriggerUtc() const;
  // Selects in the universes whose triggers are due and writes what changed into the slice. Returns
  // whether any universe was due.
  bool Select(DateTime frontier, TimeSlice& slice);
  bool HasDueTrigger(DateTime frontier) const { return NextTriggerUtc() <= frontier; }
  // Starts the internal feeds that were asked for; returns whether there were any.
  bool StartInternalFeeds();
  bool IsMember(const Symbol& symbol) const;
  // The members of all universes, in the order in which they became members.
  std::vector<Security*> Members() const;

 private:
  struct Universe {
    UserDefinedUniverse definition;
    std::vector<Symbol> members;
  };
  struct InternalFeed {
    Security* security;
    SubscriptionDataConfig config;
    DateTime start_utc;
  };

  Universe& UniverseOf(const Symbol& symbol);
  void RemoveMembers(Universe& universe, TimeSlice& slice);
  void AddMembers(Universe& universe, DateTime frontier, TimeSlice& slice);
  void StartFeed(Security& security, const SubscriptionDataConfig& config, DateTime start_utc);
  void CheckPendingRemovals(const Universe& selecting, TimeSlice& slice);
  // Ends membership and data.
  void Retire(Security& security, TimeSlice& slice);
  void FollowFinestIncrement(DateTime frontier, const std::vector<SubscriptionDataConfig>& added);

  SecurityManager* securities_;
  FeedCollection* feeds_;
  Ports ports_;
  std::vector<Universe> universes_;
  std::vector<InternalFeed> internal_feeds_;
  // Members that were removed but cannot leave yet.
  std::vector<Security*> pending_removals_;
  TimeSpan fill_forward_interval_ = TimeSpan::FromMinutes(1);
};

}  // namespace regimen
