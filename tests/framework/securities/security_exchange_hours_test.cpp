#include "framework/securities/security_exchange_hours.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

constexpr TimeSpan kDay = TimeSpan::FromDays(1);

TimeSpan At(int hour, int minute = 0) { return TimeSpan(hour, minute, 0); }

// US equities around the days used below: closed on Thanksgiving 2013, half day after it.
SecurityExchangeHours Equity() {
  ExchangeSchedule schedule;
  schedule.time_zone = TimeZones::NewYork();
  for (std::size_t day = 1; day <= 5; ++day) {
    schedule.week[day] = LocalMarketHours({{MarketHoursState::PreMarket, At(4), At(9, 30)},
                                           {MarketHoursState::Market, At(9, 30), At(16)},
                                           {MarketHoursState::PostMarket, At(16), At(20)}});
  }
  schedule.holidays = {DateTime(2013, 11, 28), DateTime(2013, 12, 25)};
  schedule.early_closes = {{DateTime(2013, 11, 29), At(13)}, {DateTime(2013, 12, 24), At(13)}};
  return SecurityExchangeHours(std::move(schedule));
}

// Sunday 17:00 to Friday 17:00 without a pause.
SecurityExchangeHours Forex() {
  ExchangeSchedule schedule;
  schedule.time_zone = TimeZones::NewYork();
  schedule.week[0] = LocalMarketHours({{MarketHoursState::Market, At(17), kDay}});
  for (std::size_t day = 1; day <= 4; ++day) schedule.week[day] = LocalMarketHours::OpenAllDay();
  schedule.week[5] = LocalMarketHours({{MarketHoursState::Market, At(0), At(17)}});
  return SecurityExchangeHours(std::move(schedule));
}

// Two regular sessions a day with a lunch break, every day.
SecurityExchangeHours WithLunchBreak(ExchangeSchedule schedule = {}) {
  schedule.week.fill(LocalMarketHours(
      {{MarketHoursState::Market, At(9), At(12)}, {MarketHoursState::Market, At(13), At(16)}}));
  return SecurityExchangeHours(std::move(schedule));
}

TEST(SecurityExchangeHoursTest, IsOpenFromTheStartUpToTheEndOfASession) {
  const SecurityExchangeHours hours = Equity();
  const DateTime monday(2013, 10, 7);
  EXPECT_FALSE(hours.IsOpen(monday + At(9, 29), false));
  EXPECT_TRUE(hours.IsOpen(monday + At(9, 30), false));
  EXPECT_TRUE(hours.IsOpen(monday + At(16) - TimeSpan::FromTicks(1), false));
  EXPECT_FALSE(hours.IsOpen(monday + At(16), false));
  EXPECT_TRUE(hours.IsOpen(monday + At(16), true));
  EXPECT_TRUE(hours.IsOpen(monday + At(4), true));
  EXPECT_FALSE(hours.IsOpen(monday + At(20), true));
}

TEST(SecurityExchangeHoursTest, IsClosedOnWeekendsAndHolidays) {
  const SecurityExchangeHours hours = Equity();
  EXPECT_FALSE(hours.IsOpen(DateTime(2013, 10, 6, 12, 0, 0), true));
  EXPECT_FALSE(hours.IsOpen(DateTime(2013, 11, 28, 12, 0, 0), true));
  EXPECT_TRUE(hours.IsOpen(DateTime(2013, 11, 27, 12, 0, 0), false));
  EXPECT_FALSE(hours.IsDateOpen(DateTime(2013, 10, 6)));
  EXPECT_FALSE(hours.IsDateOpen(DateTime(2013, 11, 28)));
  EXPECT_TRUE(hours.IsDateOpen(DateTime(2013, 11, 29)));
}

TEST(SecurityExchangeHoursTest, HasNoPostMarketOnAHalfDay) {
  const SecurityExchangeHours hours = Equity();
  const DateTime friday(2013, 11, 29);
  EXPECT_TRUE(hours.IsOpen(friday + At(12, 59), false));
  EXPECT_FALSE(hours.IsOpen(friday + At(13), true));
  EXPECT_FALSE(hours.IsOpen(friday + At(17), true));
  ASSERT_EQ(hours.Segments(friday).size(), 2U);
  EXPECT_EQ(hours.Segments(friday)[1],
            MarketHoursSegment(MarketHoursState::Market, At(9, 30), At(13)));
}

TEST(SecurityExchangeHoursTest, ABarIsOpenIfItOverlapsASession) {
  const SecurityExchangeHours hours = Equity();
  const DateTime monday(2013, 10, 7);
  EXPECT_FALSE(hours.IsOpen(monday + At(9, 29), monday + At(9, 30), false));
  EXPECT_TRUE(hours.IsOpen(monday + At(9), monday + At(10), false));
  EXPECT_FALSE(hours.IsOpen(monday + At(16), monday + At(17), false));
  EXPECT_TRUE(hours.IsOpen(monday, monday + kDay, false));
  EXPECT_FALSE(hours.IsOpen(DateTime(2013, 10, 5), DateTime(2013, 10, 7), true));
  EXPECT_TRUE(hours.IsOpen(DateTime(2013, 10, 5), DateTime(2013, 10, 7, 9, 30, 1), false));
  EXPECT_TRUE(hours.IsOpen(monday + At(9, 30), monday + At(9, 30), false));
  EXPECT_FALSE(hours.IsOpen(DateTime(2013, 11, 28), DateTime(2013, 11, 29), true));
}

TEST(SecurityExchangeHoursTest, FindsTheNextOpenStrictlyAfter) {
  const SecurityExchangeHours hours = Equity();
  EXPECT_EQ(hours.GetNextMarketOpen(DateTime(2013, 10, 4, 16, 0, 0), false),
            DateTime(2013, 10, 7, 9, 30, 0));
  EXPECT_EQ(hours.GetNextMarketOpen(DateTime(2013, 10, 7, 9, 30, 0), false),
            DateTime(2013, 10, 8, 9, 30, 0));
  EXPECT_EQ(hours.GetNextMarketOpen(DateTime(2013, 10, 7, 9, 0, 0), true),
            DateTime(2013, 10, 8, 4, 0, 0));
  EXPECT_EQ(hours.GetNextMarketOpen(DateTime(2013, 11, 27, 12, 0, 0), false),
            DateTime(2013, 11, 29, 9, 30, 0));
}

TEST(SecurityExchangeHoursTest, FindsTheNextCloseStrictlyAfter) {
  const SecurityExchangeHours hours = Equity();
  EXPECT_EQ(hours.GetNextMarketClose(DateTime(2013, 10, 4, 16, 0, 0), false),
            DateTime(2013, 10, 7, 16, 0, 0));
  EXPECT_EQ(hours.GetNextMarketClose(DateTime(2013, 10, 7, 5, 0, 0), true),
            DateTime(2013, 10, 7, 20, 0, 0));
  EXPECT_EQ(hours.GetNextMarketClose(DateTime(2013, 11, 28, 5, 0, 0), false),
            DateTime(2013, 11, 29, 13, 0, 0));
  EXPECT_EQ(hours.GetNextMarketClose(DateTime(2013, 11, 29, 5, 0, 0), true),
            DateTime(2013, 11, 29, 13, 0, 0));
}

TEST(SecurityExchangeHoursTest, TakesTouchingSessionsAsOneAcrossMidnight) {
  const SecurityExchangeHours hours = Forex();
  const DateTime tuesday(2014, 5, 6, 12, 0, 0);
  EXPECT_EQ(hours.GetNextMarketOpen(tuesday, false), DateTime(2014, 5, 11, 17, 0, 0));
  EXPECT_EQ(hours.GetNextMarketClose(tuesday, false), DateTime(2014, 5, 9, 17, 0, 0));
  EXPECT_EQ(hours.GetPreviousMarketOpen(tuesday, false), DateTime(2014, 5, 4, 17, 0, 0));
  // By the day each day has its own.
  EXPECT_EQ(hours.GetLastDailyMarketClose(tuesday, false), DateTime(2014, 5, 7));
  EXPECT_EQ(hours.GetFirstDailyMarketOpen(tuesday, false), DateTime(2014, 5, 6));
}

TEST(SecurityExchangeHoursTest, LooksBackForOpens) {
  const SecurityExchangeHours hours = Equity();
  EXPECT_EQ(hours.GetPreviousMarketOpen(DateTime(2013, 10, 7, 9, 30, 0), false),
            DateTime(2013, 10, 7, 9, 30, 0));
  EXPECT_EQ(hours.GetPreviousMarketOpen(DateTime(2013, 10, 7, 9, 29, 0), false),
            DateTime(2013, 10, 4, 9, 30, 0));
  EXPECT_EQ(hours.GetFirstDailyMarketOpen(DateTime(2013, 10, 6), true),
            DateTime(2013, 10, 4, 4, 0, 0));
  EXPECT_EQ(hours.GetFirstDailyMarketOpen(DateTime(2013, 10, 7, 17, 0, 0), false),
            DateTime(2013, 10, 7, 9, 30, 0));
}

TEST(SecurityExchangeHoursTest, EndsItsDayAtTheLastSession) {
  const SecurityExchangeHours hours = WithLunchBreak();
  const DateTime date(2013, 10, 7);
  EXPECT_EQ(hours.GetNextMarketClose(date + At(9), false), date + At(12));
  EXPECT_EQ(hours.GetLastDailyMarketClose(date + At(9), false), date + At(16));
  EXPECT_EQ(hours.GetFirstDailyMarketOpen(date + At(15), false), date + At(9));
  EXPECT_EQ(hours.GetPreviousMarketOpen(date + At(15), false), date + At(13));
  // LEAN: within a session the search goes on to the next day.
  EXPECT_EQ(hours.GetNextMarketOpen(date + At(10), false), date + kDay + At(9));
  EXPECT_EQ(hours.GetNextMarketOpen(date + At(12), false), date + At(13));
}

TEST(SecurityExchangeHoursTest, OpensAnewAfterAnEarlyClose) {
  // Open around the clock but for an early close that ends exactly at midnight.
  ExchangeSchedule schedule;
  schedule.week.fill(LocalMarketHours({{MarketHoursState::Market, At(0), kDay}}));
  schedule.week[6] = LocalMarketHours();
  schedule.early_closes = {{DateTime(2013, 10, 8), At(12)}};
  const SecurityExchangeHours hours(std::move(schedule));
  EXPECT_EQ(hours.GetNextMarketOpen(DateTime(2013, 10, 7, 1, 0, 0), false), DateTime(2013, 10, 9));
  // A day before an early close ends at midnight.
  EXPECT_EQ(hours.GetNextMarketClose(DateTime(2013, 10, 7, 1, 0, 0), false), DateTime(2013, 10, 8));
}

TEST(SecurityExchangeHoursTest, AppliesLateOpensAndPauses) {
  ExchangeSchedule schedule;
  schedule.late_opens = {{DateTime(2013, 10, 8), At(10)},
                         {DateTime(2013, 10, 9), At(14)},
                         {DateTime(2013, 10, 10), At(17)}};
  schedule.early_closes = {{DateTime(2013, 10, 9), At(10)}, {DateTime(2013, 10, 11), At(12, 30)}};
  const SecurityExchangeHours hours = WithLunchBreak(std::move(schedule));
  const auto segments = [&hours](int day) {
    const auto span = hours.Segments(DateTime(2013, 10, day));
    return std::vector<MarketHoursSegment>(span.begin(), span.end());
  };
  const auto session = [](TimeSpan start, TimeSpan end) {
    return MarketHoursSegment(MarketHoursState::Market, start, end);
  };
  using Sessions = std::vector<MarketHoursSegment>;
  EXPECT_EQ(segments(8), (Sessions{session(At(10), At(12)), session(At(13), At(16))}));
  // A pause from the early close to the late open.
  EXPECT_EQ(segments(9), (Sessions{session(At(9), At(10)), session(At(14), At(16))}));
  // LEAN: a late open after the last session changes nothing, an early close between two sessions
  // drops the one before it too.
  EXPECT_EQ(segments(10), (Sessions{session(At(9), At(12)), session(At(13), At(16))}));
  EXPECT_EQ(segments(11), Sessions{});
}

TEST(SecurityExchangeHoursTest, StepsOverClosedDays) {
  const SecurityExchangeHours hours = Equity();
  EXPECT_EQ(hours.GetNextTradingDay(DateTime(2013, 11, 27)), DateTime(2013, 11, 29));
  EXPECT_EQ(hours.GetNextTradingDay(DateTime(2013, 11, 29)), DateTime(2013, 12, 2));
  EXPECT_EQ(hours.GetPreviousTradingDay(DateTime(2013, 12, 2, 5, 0, 0)),
            DateTime(2013, 11, 29, 5, 0, 0));
}

TEST(SecurityExchangeHoursTest, CountsExtendedDaysOnlyWhenAsked) {
  ExchangeSchedule schedule;
  schedule.week[0] = LocalMarketHours({{MarketHoursState::PreMarket, At(18), kDay}});
  const SecurityExchangeHours hours(std::move(schedule));
  EXPECT_FALSE(hours.IsDateOpen(DateTime(2013, 10, 6)));
  EXPECT_TRUE(hours.IsDateOpen(DateTime(2013, 10, 6), true));
  EXPECT_FALSE(hours.IsDateOpen(DateTime(2013, 10, 7), true));
}

TEST(SecurityExchangeHoursTest, KnowsItsUsualDuration) {
  EXPECT_EQ(Equity().RegularMarketDuration(), TimeSpan(6, 30, 0));
  EXPECT_EQ(Forex().RegularMarketDuration(), kDay);
  EXPECT_FALSE(Forex().IsMarketAlwaysOpen());
  EXPECT_TRUE(SecurityExchangeHours::AlwaysOpen(TimeZones::Utc()).IsMarketAlwaysOpen());
}

TEST(SecurityExchangeHoursTest, SaysThatAnAlwaysOpenMarketNeverOpens) {
  const SecurityExchangeHours hours = SecurityExchangeHours::AlwaysOpen(TimeZones::Utc());
  const DateTime time(2018, 4, 4, 12, 0, 0);
  EXPECT_TRUE(hours.IsOpen(time, false));
  EXPECT_EQ(hours.GetLastDailyMarketClose(time, false), DateTime(2018, 4, 5));
  EXPECT_THROW(hours.GetNextMarketOpen(time, false), InvalidOperationError);
  EXPECT_THROW(hours.GetNextMarketClose(time, false), InvalidOperationError);
  EXPECT_THROW(hours.GetPreviousMarketOpen(time, false), InvalidOperationError);
  EXPECT_THROW(hours.GetFirstDailyMarketOpen(time, false), InvalidOperationError);
}

TEST(SecurityExchangeHoursTest, SaysThatNothingOpensInAClosedMarket) {
  const SecurityExchangeHours hours{ExchangeSchedule()};
  EXPECT_THROW(hours.GetNextMarketOpen(DateTime(2013, 1, 1), true), InvalidOperationError);
  EXPECT_THROW(hours.GetLastDailyMarketClose(DateTime(2013, 1, 1), true), InvalidOperationError);
}

}  // namespace
}  // namespace regimen
