#pragma once

#include <string>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/security_type.hpp"
#include "framework/core/symbol.hpp"
#include "framework/securities/subscription_data_config.hpp"

namespace regimen {

// The securities a strategy added by hand, of one security type and market (LEAN's
// UserDefinedUniverse).
//
// It is asked again (triggered) at the start of the run and whenever a member came or went; each
// trigger counts as one data point.
class UserDefinedUniverse {
 public:
  UserDefinedUniverse(SecurityType type, std::string market)
      : type_(type), market_(std::move(market)) {}

  SecurityType Type() const { return type_; }
  const std::string& Market() const { return market_; }

  // Adds a feed of a member; returns false when the universe has the same feed already.
  bool Add(const SubscriptionDataConfig& config);
  // Drops every feed of the symbol; returns false when it is no member.
  bool Remove(const Symbol& symbol);
  const std::vector<SubscriptionDataConfig>& Feeds() const { return feeds_; }
  bool Contains(const Symbol& symbol) const;

  void TriggerAt(DateTime utc_time) { triggers_.push_back(utc_time); }
  // The next trigger; DateTime::MaxValue when there is none.
  DateTime NextTriggerUtc() const;
  // Takes the triggers due by `frontier` and returns how many there were.
  int TakeTriggers(DateTime frontier);

 private:
  SecurityType type_;
  std::string market_;
  std::vector<SubscriptionDataConfig> feeds_;
  std::vector<DateTime> triggers_;
};

}  // namespace regimen
