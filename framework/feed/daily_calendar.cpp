#include "framework/feed/daily_calendar.hpp"

namespace regimen {

DailyCalendar DailyCalendar::At(DateTime time, const SecurityExchangeHours& hours) {
  const DateTime start = hours.GetFirstDailyMarketOpen(time, false);
  return {start, hours.GetLastDailyMarketClose(start, false)};
}

bool UsesStrictDailyEndTimes(const SubscriptionDataConfig& config,
                             const SecurityExchangeHours& hours, bool daily_precise_end_time) {
  const SecurityType type = config.symbol.SecurityType();
  const bool always_midnight = type == SecurityType::Forex || type == SecurityType::Base ||
                               (type == SecurityType::Cfd && config.symbol.Market() == "oanda");
  return daily_precise_end_time && config.Increment() > TimeSpan::FromHours(1) &&
         !always_midnight && !hours.IsMarketAlwaysOpen();
}

}  // namespace regimen
