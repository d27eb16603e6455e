#pragma once

#include "framework/core/symbol.hpp"
#include "framework/securities/subscription_data_config.hpp"

namespace regimen {

// What a strategy asked of the securities of its run: AddEquity adds feeds, RemoveSecurity drops a
// symbol. The engine applies additions at the end of the time step and removals at the next
// selection.
struct UniverseRequest {
  enum class Kind { AddFeed, RemoveSymbol };
  Kind kind = Kind::AddFeed;
  Symbol symbol;
  // The feed to add; unused for removals.
  SubscriptionDataConfig config;
};

}  // namespace regimen
