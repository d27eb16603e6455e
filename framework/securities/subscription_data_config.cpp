#include "framework/securities/subscription_data_config.hpp"

namespace regimen {

TimeSpan ToTimeSpan(Resolution resolution) {
  switch (resolution) {
    case Resolution::Tick:
      return TimeSpan();
    case Resolution::Second:
      return TimeSpan::FromSeconds(1);
    case Resolution::Minute:
      return TimeSpan::FromMinutes(1);
    case Resolution::Hour:
      return TimeSpan::FromHours(1);
    case Resolution::Daily:
      return TimeSpan::FromDays(1);
  }
  return TimeSpan();
}

TimeSpan SubscriptionDataConfig::Increment() const { return ToTimeSpan(resolution); }

bool SubscriptionDataConfig::SameSubscription(const SubscriptionDataConfig& other) const {
  return symbol == other.symbol && data_type == other.data_type && tick_type == other.tick_type &&
         resolution == other.resolution && data_time_zone == other.data_time_zone &&
         exchange_time_zone == other.exchange_time_zone && fill_forward == other.fill_forward &&
         extended_market_hours == other.extended_market_hours && is_internal == other.is_internal;
}

}  // namespace regimen
