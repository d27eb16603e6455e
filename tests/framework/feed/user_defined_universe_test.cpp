#include "framework/feed/user_defined_universe.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

class UserDefinedUniverseTest : public ::testing::Test {
 protected:
  static SubscriptionDataConfig Feed(const char* ticker, Resolution resolution) {
    SubscriptionDataConfig config;
    config.symbol =
        Symbol(SecurityIdentifier::GenerateEquity(DateTime(1998, 1, 2), ticker, "usa"), ticker);
    config.resolution = resolution;
    return config;
  }

  UserDefinedUniverse universe_{SecurityType::Equity, "usa"};
  const SubscriptionDataConfig spy_ = Feed("SPY", Resolution::Minute);
};

TEST_F(UserDefinedUniverseTest, TakesAFeedOnce) {
  EXPECT_TRUE(universe_.Add(spy_));
  EXPECT_FALSE(universe_.Add(spy_));
  EXPECT_TRUE(universe_.Add(Feed("SPY", Resolution::Hour)));
  EXPECT_EQ(universe_.Feeds().size(), 2U);
}

TEST_F(UserDefinedUniverseTest, DropsAllFeedsOfASymbol) {
  universe_.Add(spy_);
  universe_.Add(Feed("SPY", Resolution::Hour));
  universe_.Add(Feed("IBM", Resolution::Minute));
  EXPECT_TRUE(universe_.Remove(spy_.symbol));
  EXPECT_FALSE(universe_.Contains(spy_.symbol));
  EXPECT_EQ(universe_.Feeds().size(), 1U);
  EXPECT_FALSE(universe_.Remove(spy_.symbol));
}

TEST_F(UserDefinedUniverseTest, CountsTheTriggersThatAreDue) {
  const DateTime noon(2013, 10, 7, 12, 0, 0);
  EXPECT_EQ(universe_.NextTriggerUtc(), DateTime::MaxValue);
  universe_.TriggerAt(noon + TimeSpan::FromTicks(1));
  universe_.TriggerAt(noon);
  EXPECT_EQ(universe_.NextTriggerUtc(), noon);
  EXPECT_EQ(universe_.TakeTriggers(noon), 1);
  EXPECT_EQ(universe_.TakeTriggers(noon), 0);
  EXPECT_EQ(universe_.NextTriggerUtc(), noon + TimeSpan::FromTicks(1));
}

}  // namespace
}  // namespace regimen
