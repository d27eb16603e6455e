#include "framework/feed/subscription.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/framework/feed/feed_world.hpp"

namespace regimen {
namespace {

using tests::AllPoints;
using tests::FeedWorld;
using tests::Spy;
using Points = std::vector<std::string>;

// Monday 2013-10-07 in New York; what is expected follows spec/lean-data-and-loop.md, 1.2 and 2.3
// to 2.7.
class SubscriptionTest : public ::testing::Test {
 protected:
  void EndAt(DateTime local) { world_.window.end_utc = TimeZones::NewYork().ToUtc(local); }
  SubscriptionDataConfig Spys(Resolution resolution, TickType tick_type = TickType::Trade) {
    return world_.Config(Spy(), resolution, tick_type);
  }

  FeedWorld world_;
  const DateTime monday_{2013, 10, 7};
  const DateTime tuesday_{2013, 10, 8};
};

TEST_F(SubscriptionTest, FillsGapsWithCopiesWithoutVolume) {
  world_.Write("spy", Resolution::Minute, monday_,
               FeedWorld::MinuteRow(9, 30, 100) + FeedWorld::MinuteRow(9, 33, 103));
  EndAt(monday_ + TimeSpan(9, 34, 0));
  const AnySubscription feed = world_.Make(Spys(Resolution::Minute));
  auto& trades = *std::get<0>(feed);
  EXPECT_EQ(trades.CurrentBar().Volume(), Decimal(100));
  trades.MoveNext();
  EXPECT_EQ(trades.CurrentBar().Volume(), Decimal());
  EXPECT_EQ(trades.CurrentBar().Time(), monday_ + TimeSpan(9, 31, 0));
  EXPECT_EQ(AllPoints(feed), (Points{"10-07 09:32 100 F", "10-07 09:33 100 F", "10-07 09:34 103"}));
}

TEST_F(SubscriptionTest, LeavesGapsWhereNothingIsFilled) {
  world_.Write("spy", Resolution::Minute, monday_,
               FeedWorld::MinuteRow(9, 30, 100) + FeedWorld::MinuteRow(9, 33, 103));
  SubscriptionDataConfig config = Spys(Resolution::Minute);
  config.fill_forward = false;
  EXPECT_EQ(AllPoints(world_.Make(config)), (Points{"10-07 09:31 100", "10-07 09:34 103"}));
}

TEST_F(SubscriptionTest, CopiesThePreMarketBarThatIsNotShown) {
  world_.Write("spy", Resolution::Minute, monday_,
               FeedWorld::MinuteRow(8, 0, 90) + FeedWorld::MinuteRow(9, 31, 101) +
                   FeedWorld::MinuteRow(16, 0, 110));
  EndAt(monday_ + TimeSpan(9, 32, 0));
  EXPECT_EQ(AllPoints(world_.Make(Spys(Resolution::Minute))),
            (Points{"10-07 09:31 90 F", "10-07 09:32 101"}));
}

TEST_F(SubscriptionTest, ShowsExtendedHoursWhereTheyAreSubscribed) {
  world_.Write("spy", Resolution::Minute, monday_,
               FeedWorld::MinuteRow(8, 0, 90) + FeedWorld::MinuteRow(16, 0, 110));
  SubscriptionDataConfig config = Spys(Resolution::Minute);
  config.fill_forward = false;
  config.extended_market_hours = true;
  EXPECT_EQ(AllPoints(world_.Make(config)), (Points{"10-07 08:01 90", "10-07 16:01 110"}));
}

TEST_F(SubscriptionTest, PassesOverAMissingFileWithCopies) {
  world_.Write("spy", Resolution::Minute, monday_, FeedWorld::MinuteRow(15, 59, 100));
  EndAt(tuesday_ + TimeSpan(9, 32, 0));
  EXPECT_EQ(AllPoints(world_.Make(Spys(Resolution::Minute))),
            (Points{"10-07 16:00 100", "10-08 09:31 100 F", "10-08 09:32 100 F"}));
}

TEST_F(SubscriptionTest, EmitsInUtc) {
  world_.Write("spy", Resolution::Minute, monday_, FeedWorld::MinuteRow(9, 30, 100));
  const AnySubscription feed = world_.Make(Spys(Resolution::Minute));
  EXPECT_EQ(std::get<0>(feed)->EmitTimeUtc(), DateTime(2013, 10, 7, 13, 31, 0));
}

TEST_F(SubscriptionTest, EndsDailyBarsAtTheClose) {
  world_.Write("spy", Resolution::Daily, monday_,
               "20131004 00:00,990000,990000,990000,990000,1\n"
               "20131007 00:00,1000000,1000000,1000000,1000000,1\n");
  world_.window.fill_forward_interval = TimeSpan::FromDays(1);
  const AnySubscription feed = world_.Make(Spys(Resolution::Daily));
  EXPECT_EQ(std::get<0>(feed)->CurrentBar().Time(), monday_ + TimeSpan(9, 30, 0));
  EXPECT_EQ(AllPoints(feed), (Points{"10-07 16:00 100"}));
}

TEST_F(SubscriptionTest, DeliversFridaysBarAtMidnightWithoutPreciseEndTimes) {
  world_.Write("spy", Resolution::Daily, monday_,
               "20131004 00:00,990000,990000,990000,990000,1\n"
               "20131007 00:00,1000000,1000000,1000000,1000000,1\n");
  world_.window.fill_forward_interval = TimeSpan::FromDays(1);
  world_.window.daily_precise_end_time = false;
  world_.window.start_utc = DateTime(2013, 10, 5, 4, 0, 0);
  EXPECT_EQ(AllPoints(world_.Make(Spys(Resolution::Daily))),
            (Points{"10-05 00:00 99", "10-08 00:00 100"}));
}

TEST_F(SubscriptionTest, TakesAMissingSideFromTheQuoteBefore) {
  const std::string bid = "1000000,1000000,1000000,1000000,300";
  const std::string ask = "1010000,1010000,1010000,1010000,400";
  world_.Write("spy", Resolution::Minute, monday_,
               "34200000," + bid + "," + ask + "\n34260000," + bid + ",,,,,\n", TickType::Quote);
  EndAt(monday_ + TimeSpan(9, 31, 0));
  const AnySubscription feed = world_.Make(Spys(Resolution::Minute, TickType::Quote));
  auto& quotes = *std::get<1>(feed);
  quotes.MoveNext();
  ASSERT_NE(quotes.CurrentBar().Ask(), nullptr);
  EXPECT_EQ(quotes.CurrentBar().Ask()->Close(), Decimal(101));
  EXPECT_EQ(quotes.CurrentBar().LastAskSize(), Decimal());
  EXPECT_EQ(quotes.CurrentBar().LastBidSize(), Decimal(300));
}

TEST_F(SubscriptionTest, FollowsARenameToTheNewTickersFile) {
  world_.WriteMapFile("spy", "19980102,old,P\n20131007,old,P\n20501231,spy,P\n");
  world_.Write("old", Resolution::Minute, monday_, FeedWorld::MinuteRow(15, 59, 100));
  world_.Write("spy", Resolution::Minute, tuesday_, FeedWorld::MinuteRow(9, 30, 101));
  EndAt(tuesday_ + TimeSpan(9, 30, 0));
  EXPECT_EQ(AllPoints(world_.Make(
                world_.Config(tests::SymbolOf("OLD R735QTJ8XC9X", "SPY"), Resolution::Minute))),
            (Points{"10-07 16:00 100", "10-08 00:00 event", "10-08 09:31 101"}));
}

// The old ticker may come back years later in the same file: its next row lies beyond the end.
TEST_F(SubscriptionTest, FollowsARenameAfterTheLastRowOfTheOldTicker) {
  world_.WriteMapFile("spy", "19980102,old,P\n20131007,old,P\n20501231,spy,P\n");
  const std::string prices = ",1000000,1000000,1000000,1000000,1\n";
  world_.Write("old", Resolution::Hour, monday_,
               "20131007 15:00" + prices + "20150105 10:00" + prices);
  world_.Write("spy", Resolution::Hour, monday_, "20131008 09:00" + prices);
  EndAt(tuesday_ + TimeSpan(12, 0, 0));
  SubscriptionDataConfig config =
      world_.Config(tests::SymbolOf("OLD R735QTJ8XC9X", "SPY"), Resolution::Hour);
  config.fill_forward = false;
  const Points points{"10-07 16:00 100", "10-08 00:00 event", "10-08 10:00 100"};
  EXPECT_EQ(AllPoints(world_.Make(config)), points);
  config.is_internal = true;
  EXPECT_EQ(AllPoints(world_.Make(config)), points);
}

TEST_F(SubscriptionTest, TellsDividendsThroughTheTradeFeedAlone) {
  world_.WriteFactorFile("spy", "20131007,0.99,1,100\n20501231,1,1,0\n");
  for (const TickType type : {TickType::Trade, TickType::Quote}) {
    const std::string second_side = type == TickType::Quote ? ",0,0,0,0,0\n" : "\n";
    const auto row = [&](const char* ms) {
      return std::string(ms) + ",1000000,1000000,1000000,1000000,1" + second_side;
    };
    world_.Write("spy", Resolution::Minute, monday_, row("57540000"), type);
    world_.Write("spy", Resolution::Minute, tuesday_, row("34200000"), type);
  }
  EndAt(tuesday_ + TimeSpan(9, 30, 0));
  EXPECT_EQ(AllPoints(world_.Make(Spys(Resolution::Minute))),
            (Points{"10-07 16:00 99", "10-08 00:00 event", "10-08 09:31 100"}));
  EXPECT_EQ(AllPoints(world_.Make(Spys(Resolution::Minute, TickType::Quote))),
            (Points{"10-07 16:00 99", "10-08 09:31 100"}));
}

TEST_F(SubscriptionTest, TakesEveryTickOfTheSessionAndRepeatsNone) {
  world_.Write("spy", Resolution::Tick, monday_,
               "34199999,990000,1,P,1,0\n34200000,1000000,1,P,1,0\n34200000,1010000,1,P,1,0\n"
               "57599999,1020000,1,P,1,0\n57600000,1030000,1,P,1,0\n");
  world_.Write("spy", Resolution::Tick, tuesday_, "34200000,1040000,1,P,1,0\n");
  EndAt(tuesday_ + TimeSpan(12, 0, 0));
  EXPECT_EQ(AllPoints(world_.Make(Spys(Resolution::Tick))),
            (Points{"10-07 09:30 100", "10-07 09:30 101", "10-07 15:59 102", "10-08 09:30 104"}));
  SubscriptionDataConfig extended = Spys(Resolution::Tick);
  extended.extended_market_hours = true;
  EXPECT_EQ(AllPoints(world_.Make(extended)),
            (Points{"10-07 09:29 99", "10-07 09:30 100", "10-07 09:30 101", "10-07 15:59 102",
                    "10-07 16:00 103", "10-08 09:30 104"}));
}

TEST_F(SubscriptionTest, EmitsATickAtItsOwnInstant) {
  world_.Write("spy", Resolution::Tick, monday_, "34200000.5,1000000,7,N,40,1\n");
  const AnySubscription feed = world_.Make(Spys(Resolution::Tick));
  const auto& ticks = *std::get<2>(feed);
  EXPECT_EQ(ticks.EmitTimeUtc(), DateTime(2013, 10, 7, 13, 30, 0) + TimeSpan::FromTicks(5000));
  EXPECT_EQ(ticks.CurrentBar().Quantity(), 7);
  EXPECT_EQ(ticks.CurrentBar().ExchangeCode(), "N");
  EXPECT_TRUE(ticks.CurrentBar().Suspicious());
  EXPECT_FALSE(ticks.CurrentBar().IsFillForward());
}

TEST_F(SubscriptionTest, AdjustsTicksAndTellsEventsThroughTheTrades) {
  world_.WriteFactorFile("spy", "20131007,0.99,1,100\n20501231,1,1,0\n");
  world_.Write("spy", Resolution::Tick, monday_, "34200000,1000000,1\n");
  world_.Write("spy", Resolution::Tick, tuesday_, "34200000,1000000,1\n");
  world_.Write("spy", Resolution::Tick, monday_, "34200000,1000000,1,0,0\n", TickType::Quote);
  EndAt(tuesday_ + TimeSpan(12, 0, 0));
  EXPECT_EQ(AllPoints(world_.Make(Spys(Resolution::Tick))),
            (Points{"10-07 09:30 99", "10-08 00:00 event", "10-08 09:30 100"}));
  EXPECT_EQ(AllPoints(world_.Make(Spys(Resolution::Tick, TickType::Quote))),
            (Points{"10-07 09:30 99"}));
}

TEST_F(SubscriptionTest, EndsAtOnceWithoutAnyRow) {
  EXPECT_TRUE(AllPoints(world_.Make(Spys(Resolution::Minute))).empty());
}

}  // namespace
}  // namespace regimen
