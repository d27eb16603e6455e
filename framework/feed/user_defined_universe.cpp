#include "framework/feed/user_defined_universe.hpp"

#include <algorithm>

namespace regimen {

bool UserDefinedUniverse::Add(const SubscriptionDataConfig& config) {
  const auto same = [&](const SubscriptionDataConfig& feed) {
    return feed.SameSubscription(config);
  };
  if (std::ranges::any_of(feeds_, same)) return false;
  feeds_.push_back(config);
  return true;
}

bool UserDefinedUniverse::Remove(const Symbol& symbol) {
  return std::erase_if(feeds_, [&](const auto& feed) { return feed.symbol == symbol; }) != 0;
}

bool UserDefinedUniverse::Contains(const Symbol& symbol) const {
  return std::ranges::any_of(feeds_, [&](const auto& feed) { return feed.symbol == symbol; });
}

DateTime UserDefinedUniverse::NextTriggerUtc() const {
  return triggers_.empty() ? DateTime::MaxValue : *std::ranges::min_element(triggers_);
}

int UserDefinedUniverse::TakeTriggers(DateTime frontier) {
  return static_cast<int>(
      std::erase_if(triggers_, [&](DateTime trigger) { return trigger <= frontier; }));
}

}  // namespace regimen
