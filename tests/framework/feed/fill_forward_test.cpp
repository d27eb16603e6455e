#include "framework/feed/fill_forward.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "tests/framework/feed/new_york_hours.hpp"

namespace regimen {
namespace {

// Expected copies follow spec/lean-data-and-loop.md, 2.4.
class FillForwardTest : public ::testing::Test {
 protected:
  static FillForward::Span Bar(DateTime end, TimeSpan length) { return {end - length, end}; }
  SubscriptionDataConfig Config(Resolution resolution, bool extended = false) const {
    SubscriptionDataConfig config;
    config.resolution = resolution;
    config.extended_market_hours = extended;
    config.data_time_zone = TimeZones::NewYork();
    config.exchange_time_zone = TimeZones::NewYork();
    return config;
  }
  // The ends of all copies between two bars.
  static std::vector<DateTime> Ends(FillForward& fill, FillForward::Span previous,
                                    const FillForward::Span& next) {
    std::vector<DateTime> ends;
    while (const auto copy = fill.CopyBefore(previous, next, false)) {
      ends.push_back(copy->end_time);
      previous = *copy;
    }
    return ends;
  }

  const SecurityExchangeHours hours_ = tests::NewYorkHours();
  const TimeSpan minute_ = TimeSpan::FromMinutes(1);
  const TimeSpan hour_ = TimeSpan::FromHours(1);
  const DateTime monday_{2013, 10, 7};
};

TEST_F(FillForwardTest, CopiesNothingBetweenNeighbours) {
  FillForward fill(Config(Resolution::Minute), hours_, minute_, false);
  const DateTime end = monday_ + TimeSpan(10, 0, 0);
  EXPECT_TRUE(Ends(fill, Bar(end, minute_), Bar(end + minute_, minute_)).empty());
}

TEST_F(FillForwardTest, FillsAGapMinuteByMinute) {
  FillForward fill(Config(Resolution::Minute), hours_, minute_, false);
  const DateTime end = monday_ + TimeSpan(10, 0, 0);
  EXPECT_EQ(
      Ends(fill, Bar(end, minute_), Bar(end + TimeSpan(0, 4, 0), minute_)),
      (std::vector<DateTime>{end + minute_, end + TimeSpan(0, 2, 0), end + TimeSpan(0, 3, 0)}));
}

TEST_F(FillForwardTest, PausesWhileTheMarketIsClosed) {
  FillForward fill(Config(Resolution::Minute), hours_, minute_, false);
  const DateTime friday_close(2013, 10, 4, 16, 0, 0);
  const DateTime next = monday_ + TimeSpan(9, 33, 0);
  EXPECT_EQ(Ends(fill, Bar(friday_close, minute_), Bar(next, minute_)),
            (std::vector<DateTime>{monday_ + TimeSpan(9, 31, 0), monday_ + TimeSpan(9, 32, 0)}));
}

TEST_F(FillForwardTest, GoesOnInExtendedHoursWhereTheyAreSubscribed) {
  FillForward fill(Config(Resolution::Minute, true), hours_, minute_, false);
  const DateTime end = monday_ + TimeSpan(19, 58, 0);
  const DateTime next = monday_ + TimeSpan::FromDays(1) + TimeSpan(4, 2, 0);
  EXPECT_EQ(Ends(fill, Bar(end, minute_), Bar(next, minute_)),
            (std::vector<DateTime>{monday_ + TimeSpan(19, 59, 0), monday_ + TimeSpan(20, 0, 0),
                                   next - minute_}));
}

TEST_F(FillForwardTest, StartsAnHourlySessionAtTheFullHour) {
  FillForward fill(Config(Resolution::Hour), hours_, hour_, false);
  const DateTime friday_close(2013, 10, 4, 16, 0, 0);
  const auto ends = Ends(fill, Bar(friday_close, hour_), Bar(monday_ + TimeSpan(12, 0, 0), hour_));
  EXPECT_EQ(ends,
            (std::vector<DateTime>{monday_ + TimeSpan(10, 0, 0), monday_ + TimeSpan(11, 0, 0)}));
}

TEST_F(FillForwardTest, RepeatsAnHourBarAtTheFinestRateOfTheRun) {
  FillForward fill(Config(Resolution::Hour), hours_, minute_, false);
  const DateTime end = monday_ + TimeSpan(11, 0, 0);
  const auto ends = Ends(fill, Bar(end, hour_), Bar(end + hour_, hour_));
  ASSERT_EQ(ends.size(), 59U);
  EXPECT_EQ(ends.front(), end + minute_);
  EXPECT_EQ(ends.back(), end + TimeSpan(0, 59, 0));
}

TEST_F(FillForwardTest, EndsDailyCopiesAtTheSessionsCloseAlsoOnHalfDays) {
  const TimeSpan day = TimeSpan::FromDays(1);
  FillForward fill(Config(Resolution::Daily), hours_, day, true);
  const FillForward::Span tuesday{DateTime(2013, 11, 26, 9, 30, 0),
                                  DateTime(2013, 11, 26, 16, 0, 0)};
  const FillForward::Span monday{DateTime(2013, 12, 2, 9, 30, 0), DateTime(2013, 12, 2, 16, 0, 0)};
  EXPECT_EQ(Ends(fill, tuesday, monday), (std::vector<DateTime>{DateTime(2013, 11, 27, 16, 0, 0),
                                                                DateTime(2013, 11, 29, 13, 0, 0)}));
}

TEST_F(FillForwardTest, CopiesUpToAndWithTheInstantOfAnEvent) {
  FillForward fill(Config(Resolution::Minute), hours_, minute_, false);
  const DateTime close = monday_ + TimeSpan(15, 59, 0);
  const DateTime midnight = monday_ + TimeSpan::FromDays(1);
  const auto copy = fill.CopyBefore(Bar(close, minute_), {midnight, midnight}, true);
  ASSERT_TRUE(copy.has_value());
  EXPECT_EQ(copy->end_time, monday_ + TimeSpan(16, 0, 0));
  EXPECT_FALSE(fill.CopyBefore(*copy, {midnight, midnight}, true).has_value());
}

}  // namespace
}  // namespace regimen
