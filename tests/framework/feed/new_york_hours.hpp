// The hours of New York's exchanges as far as these tests need them.
#pragma once

#include <array>

#include "framework/securities/security_exchange_hours.hpp"

namespace regimen::tests {

// 04:00 pre-market, 09:30 to 16:00, post-market to 20:00; Thanksgiving and Christmas 2013 closed,
// the sessions of 2013-11-29 and 2013-12-24 end at 13:00.
inline SecurityExchangeHours NewYorkHours() {
  const LocalMarketHours session(
      {{MarketHoursState::PreMarket, TimeSpan(4, 0, 0), TimeSpan(9, 30, 0)},
       {MarketHoursState::Market, TimeSpan(9, 30, 0), TimeSpan(16, 0, 0)},
       {MarketHoursState::PostMarket, TimeSpan(16, 0, 0), TimeSpan(20, 0, 0)}});
  ExchangeSchedule schedule;
  schedule.time_zone = TimeZones::NewYork();
  for (std::size_t day = 1; day <= 5; ++day) schedule.week[day] = session;
  schedule.holidays = {DateTime(2013, 11, 28), DateTime(2013, 12, 25)};
  schedule.early_closes = {{DateTime(2013, 11, 29), TimeSpan(13, 0, 0)},
                           {DateTime(2013, 12, 24), TimeSpan(13, 0, 0)}};
  return SecurityExchangeHours(std::move(schedule));
}

}  // namespace regimen::tests
