#include "framework/feed/daily_calendar.hpp"

#include <gtest/gtest.h>

#include "tests/framework/feed/new_york_hours.hpp"

namespace regimen {
namespace {

class DailyCalendarTest : public ::testing::Test {
 protected:
  static SubscriptionDataConfig Config(Resolution resolution) {
    SubscriptionDataConfig config;
    config.symbol =
        Symbol(SecurityIdentifier::GenerateEquity(DateTime(1998, 1, 2), "SPY", "usa"), "SPY");
    config.resolution = resolution;
    return config;
  }

  const SecurityExchangeHours hours_ = tests::NewYorkHours();
};

TEST_F(DailyCalendarTest, IsTheRegularSessionOfADay) {
  const DailyCalendar session = DailyCalendar::At(DateTime(2013, 10, 7, 12, 0, 0), hours_);
  EXPECT_EQ(session.start, DateTime(2013, 10, 7, 9, 30, 0));
  EXPECT_EQ(session.end, DateTime(2013, 10, 7, 16, 0, 0));
}

TEST_F(DailyCalendarTest, EndsAtOneOnAHalfDay) {
  const DailyCalendar session = DailyCalendar::At(DateTime(2013, 11, 30), hours_);
  EXPECT_EQ(session.start, DateTime(2013, 11, 29, 9, 30, 0));
  EXPECT_EQ(session.end, DateTime(2013, 11, 29, 13, 0, 0));
  EXPECT_EQ(session.Period(), TimeSpan(3, 30, 0));
}

TEST_F(DailyCalendarTest, LooksBackOverHolidaysAndWeekends) {
  EXPECT_EQ(DailyCalendar::At(DateTime(2013, 11, 29), hours_).end,
            DateTime(2013, 11, 27, 16, 0, 0));
  EXPECT_EQ(DailyCalendar::At(DateTime(2013, 10, 14), hours_).end,
            DateTime(2013, 10, 11, 16, 0, 0));
}

TEST_F(DailyCalendarTest, AppliesToDailyBarsOfMarketsThatClose) {
  EXPECT_TRUE(UsesStrictDailyEndTimes(Config(Resolution::Daily), hours_, true));
  EXPECT_FALSE(UsesStrictDailyEndTimes(Config(Resolution::Daily), hours_, false));
  EXPECT_FALSE(UsesStrictDailyEndTimes(Config(Resolution::Hour), hours_, true));
  const auto always_open = SecurityExchangeHours::AlwaysOpen(TimeZones::Utc());
  EXPECT_FALSE(UsesStrictDailyEndTimes(Config(Resolution::Daily), always_open, true));
}

}  // namespace
}  // namespace regimen
