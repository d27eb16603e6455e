#pragma once

#include <string>

#include "framework/core/data_normalization_mode.hpp"
#include "framework/core/market_data_type.hpp"
#include "framework/core/resolution.hpp"
#include "framework/core/symbol.hpp"
#include "framework/core/tick_type.hpp"
#include "framework/core/time_span.hpp"
#include "framework/core/time_zone.hpp"

namespace regimen {

// What one data feed of one symbol delivers (LEAN's SubscriptionDataConfig). Two configs that are
// equal in everything but the normalization mode are one subscription.
struct SubscriptionDataConfig {
  regimen::Symbol symbol;
  MarketDataType data_type = MarketDataType::TradeBar;
  regimen::TickType tick_type = regimen::TickType::Trade;
  regimen::Resolution resolution = regimen::Resolution::Minute;
  DateTimeZone data_time_zone;
  DateTimeZone exchange_time_zone;
  bool fill_forward = true;
  bool extended_market_hours = false;
  // Internal feeds (benchmark, currency conversion) move prices and time but are not in slices.
  bool is_internal = false;
  DataNormalizationMode normalization = DataNormalizationMode::Adjusted;

  // Length of a bar; zero for ticks.
  TimeSpan Increment() const;
  bool SameSubscription(const SubscriptionDataConfig& other) const;
};

// Returns the length of a bar of `resolution`; zero for ticks.
TimeSpan ToTimeSpan(Resolution resolution);

}  // namespace regimen
