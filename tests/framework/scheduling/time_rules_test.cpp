#include "framework/scheduling/time_rules.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/scheduling/date_rules.hpp"
#include "tests/framework/scheduling/fake_context.hpp"

namespace regimen {
namespace {

using Times = std::vector<std::string>;

class TimeRulesTest : public ::testing::Test {
 protected:
  Times On(const TimeRule& rule, DateTime first, DateTime last, std::size_t count = 100) const {
    const DateRules dates(context_);
    return tests::Texts(rule.CreateUtcEventTimes(dates.EveryDay().GetDates(first, last)), count,
                        "dd HH:mm");
  }
  Times On(const TimeRule& rule, DateTime date) const { return On(rule, date, date); }

  tests::FakeContext context_{DateTime(2013, 10, 30, 3, 0, 0)};
  TimeRules rules_{context_};
  const DateTime monday_{2013, 10, 7};
};

TEST_F(TimeRulesTest, KnowsTimesOfDay) {
  EXPECT_EQ(On(rules_.At(10, 0), monday_), Times{"07 14:00"});
  EXPECT_EQ(On(rules_.At(TimeSpan(20, 0, 0)), monday_), Times{"08 00:00"});
  EXPECT_EQ(On(rules_.At(5, 30, TimeZones::Utc()), monday_), Times{"07 05:30"});
  EXPECT_EQ(On(rules_.At(9, 30, 0, TimeZones::Tokyo()), monday_), Times{"07 00:30"});
  EXPECT_EQ(rules_.At(9, 45).Name(), "9.75");
  EXPECT_EQ(rules_.At(10, 0, 20).Name(), "10.01");
}

TEST_F(TimeRulesTest, KeepsTheZoneOfTheMoment) {
  const TimeRule at = rules_.At(10, 0);
  const TimeRule midnight = rules_.Midnight();
  context_.SetTimeZone(TimeZones::Utc());
  EXPECT_EQ(On(at, monday_), Times{"07 14:00"});
  EXPECT_EQ(On(midnight, monday_), Times{"07 00:00"});
}

// Autumn 2013 and spring 2014 in New York, as in LEAN's runs T17 and T07.
TEST_F(TimeRulesTest, MeetsTheClockChanges) {
  const DateTime autumn(2013, 11, 3);
  EXPECT_EQ(On(rules_.At(1, 30), autumn), Times{"03 06:30"});
  EXPECT_EQ(On(rules_.Noon(), autumn), Times{"03 16:00"});
  EXPECT_EQ(On(rules_.Midnight(), autumn), Times{"03 04:00"});
  EXPECT_EQ(On(rules_.Every(TimeSpan::FromHours(2)), autumn, autumn, 3),
            (Times{"03 04:00", "03 07:00", "03 09:00"}));
  const DateTime spring(2014, 3, 9);
  EXPECT_EQ(On(rules_.At(2, 0), spring), Times{"09 07:00"});
  EXPECT_EQ(On(rules_.At(2, 30), spring), Times{"09 07:00"});
  EXPECT_EQ(On(rules_.Noon(), spring), Times{"09 17:00"});
}

TEST_F(TimeRulesTest, RepeatsWithinTheDay) {
  EXPECT_EQ(On(rules_.Every(TimeSpan::FromHours(7)), monday_, monday_.AddDays(1)),
            (Times{"07 04:00", "07 11:00", "07 18:00", "08 01:00", "08 04:00", "08 11:00",
                   "08 18:00", "09 01:00"}));
  EXPECT_EQ(rules_.Every(TimeSpan::FromSeconds(90)).Name(), "Every 1.5 min");
  EXPECT_THROW(rules_.Every(TimeSpan()), ArgumentError);
}

TEST_F(TimeRulesTest, NowIsTheClock) { EXPECT_EQ(On(rules_.Now(), monday_), Times{"30 03:00"}); }

TEST_F(TimeRulesTest, CountsFromTheOpen) {
  EXPECT_EQ(On(rules_.AfterMarketOpen("SPY", 30), monday_), Times{"07 14:00"});
  EXPECT_EQ(On(rules_.BeforeMarketOpen("SPY", 30), monday_), Times{"07 13:00"});
  EXPECT_EQ(On(rules_.AfterMarketOpen("SPY", 0, true), monday_), Times{"07 08:00"});
  // The 12th and 13th are a weekend.
  EXPECT_EQ(On(rules_.AfterMarketOpen("SPY", 1), DateTime(2013, 10, 11), DateTime(2013, 10, 14)),
            (Times{"11 13:31", "14 13:31"}));
  EXPECT_EQ(rules_.AfterMarketOpen("SPY", 30).Name(), "SPY: 30 min after MarketOpen");
  EXPECT_EQ(rules_.BeforeMarketOpen("SPY", 2.5, true).Name(),
            "SPY: 2.5 min before ExtendedMarketOpen");
}

TEST_F(TimeRulesTest, CountsFromTheClose) {
  EXPECT_EQ(On(rules_.BeforeMarketClose("SPY", 5), monday_), Times{"07 19:55"});
  EXPECT_EQ(On(rules_.AfterMarketClose("SPY", 5), monday_), Times{"07 20:05"});
  EXPECT_EQ(On(rules_.BeforeMarketClose("SPY", 0, true), monday_), Times{"08 00:00"});
  // Thanksgiving, then a half day without extended hours after it.
  EXPECT_EQ(On(rules_.BeforeMarketClose("SPY", 10), DateTime(2013, 11, 28), DateTime(2013, 11, 30)),
            Times{"29 17:50"});
  EXPECT_EQ(On(rules_.BeforeMarketClose("SPY", 0, true), DateTime(2013, 11, 29)),
            Times{"29 18:00"});
  EXPECT_EQ(rules_.BeforeMarketClose("SPY", 5).Name(), "SPY: 5 min before MarketClose");
  EXPECT_EQ(rules_.AfterMarketClose("SPY", 5).Name(), "SPY: 5 min after MarketClose");
}

// LEAN's runs T30 and T35.
TEST_F(TimeRulesTest, AMarketThatNeverClosesHasACloseAtMidnightAndNoOpen) {
  EXPECT_EQ(On(rules_.BeforeMarketClose("BTCUSD", 5), monday_), Times{"07 23:55"});
  EXPECT_EQ(On(rules_.AfterMarketClose("BTCUSD", 1), monday_), Times{"08 00:01"});
  EXPECT_THROW(On(rules_.AfterMarketOpen("BTCUSD", 5), monday_), InvalidOperationError);
}

TEST_F(TimeRulesTest, TakesTheEarliestOpenAndLatestCloseWithoutASymbol) {
  EXPECT_EQ(On(rules_.AfterMarketOpen(1), monday_), Times{"07 13:31"});
  EXPECT_EQ(On(rules_.BeforeMarketClose(), monday_), Times{"07 20:00"});
  context_.exchanges.push_back(&context_.ExchangeHours(context_.SymbolOf("ES")));
  EXPECT_EQ(On(rules_.AfterMarketOpen(1), monday_), Times{"07 13:01"});
  EXPECT_EQ(On(rules_.AfterMarketClose(5), monday_), Times{"07 22:05"});
  EXPECT_EQ(On(rules_.AfterMarketOpen(1), DateTime(2013, 10, 12)), Times{});
  EXPECT_EQ(On(rules_.AfterMarketOpen(0, true), DateTime(2013, 10, 13)), Times{"13 23:00"});
  EXPECT_EQ(rules_.AfterMarketOpen(1).Name(), "1 min after MarketOpen");
}

TEST_F(TimeRulesTest, ACompositeHasEachTimeOnceAndInOrder) {
  const TimeRule rule =
      TimeRule::Composite({rules_.At(12, 0), rules_.At(10, 0), rules_.AfterMarketOpen("SPY", 30)});
  EXPECT_EQ(On(rule, monday_, monday_.AddDays(1)),
            (Times{"07 14:00", "07 16:00", "08 14:00", "08 16:00"}));
  EXPECT_EQ(rule.Name(), "12,10,SPY: 30 min after MarketOpen");
}

}  // namespace
}  // namespace regimen
