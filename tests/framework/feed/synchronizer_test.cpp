#include "framework/feed/synchronizer.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/framework/feed/feed_world.hpp"

namespace regimen {
namespace {

using tests::FeedWorld;
using tests::Ibm;
using tests::Spy;

// Two equities over three minutes of Monday 2013-10-07; slices follow
// spec/lean-data-and-loop.md, 2.8 and 2.9.
class SynchronizerTest : public ::testing::Test {
 protected:
  SynchronizerTest() {
    for (const char* ticker : {"spy", "ibm"}) {
      world_.Write(ticker, Resolution::Minute, monday_,
                   FeedWorld::MinuteRow(9, 30, 100) + FeedWorld::MinuteRow(9, 31, 101));
    }
    world_.window.end_utc = TimeZones::NewYork().ToUtc(monday_ + TimeSpan(9, 31, 0));
  }

  UniverseSelection::Ports Ports() {
    return {.make_feed =
                [this](Security& /*security*/, const SubscriptionDataConfig& config, DateTime start,
                       TimeSpan interval) {
                  world_.window.start_utc = start;
                  world_.window.fill_forward_interval = interval;
                  return world_.Make(config);
                },
            .announce_feed = [](const Security&, const SubscriptionDataConfig&, DateTime) {},
            .is_safe_to_remove = [this](const Security&) { return safe_to_remove_; }};
  }
  void Add(const Symbol& symbol, Resolution resolution = Resolution::Minute,
           TickType tick_type = TickType::Trade) {
    world_.SecurityOf(symbol);
    universes_.AddFeed(world_.Config(symbol, resolution, tick_type), clock_);
  }
  // The next slice as "HH:mm:ss.fffffff points tickers +added -removed"; the clock follows it.
  std::string Next() {
    TimeSlice* slice = synchronizer_.Next();
    if (slice == nullptr) return "end";
    clock_ = slice->utc_time;
    std::string text = slice->slice.UtcTime().ToString("HH:mm:ss.fffffff");
    if (slice->is_time_pulse) return text + " pulse";
    text += " " + std::to_string(slice->data_point_count);
    for (const BaseData* point : slice->slice.AllData()) text += " " + point->GetSymbol().Value();
    for (const Security* security : slice->added) text += " +" + security->GetSymbol().Value();
    for (const Security* security : slice->removed) text += " -" + security->GetSymbol().Value();
    return text;
  }

  const DateTime monday_{2013, 10, 7};
  const DateTime start_{2013, 10, 7, 4, 0, 0};
  FeedWorld world_{start_};
  bool safe_to_remove_ = true;
  DateTime clock_ = start_;
  FeedCollection feeds_;
  UniverseSelection universes_{world_.Securities(), feeds_, Ports()};
  Synchronizer synchronizer_{feeds_,
                             universes_,
                             {.algorithm_utc = [this] { return clock_; },
                              .to_algorithm_time = [](DateTime utc) { return utc; }},
                             start_};
};

TEST_F(SynchronizerTest, AddsTheSecuritiesFirstThenMakesASliceOfEachInstant) {
  Add(Spy());
  Add(Ibm());
  EXPECT_EQ(Next(), "04:00:00.0000000 1 +SPY +IBM");
  EXPECT_EQ(Next(), "13:31:00.0000000 2 IBM SPY");
  EXPECT_EQ(Next(), "13:32:00.0000000 2 IBM SPY");
  EXPECT_EQ(Next(), "end");
}

TEST_F(SynchronizerTest, PulsesBeforeTheSliceInWhichALaterSecurityJoins) {
  Add(Spy());
  Next();
  Next();
  clock_ = clock_ + TimeSpan::FromTicks(1);
  Add(Ibm());
  clock_ = clock_ - TimeSpan::FromTicks(1);
  EXPECT_EQ(Next(), "13:31:00.0000001 pulse");
  EXPECT_EQ(Next(), "13:31:00.0000001 1 +IBM");
  EXPECT_EQ(Next(), "13:32:00.0000000 2 IBM SPY");
}

TEST_F(SynchronizerTest, RemovesAtTheNextLookAndEndsTheData) {
  Add(Spy());
  Add(Ibm());
  Next();
  Next();
  universes_.RemoveSymbol(Ibm(), clock_);
  EXPECT_EQ(Next(), "13:31:00.0000000 1 -IBM");
  EXPECT_EQ(Next(), "13:32:00.0000000 1 SPY");
}

TEST_F(SynchronizerTest, KeepsTheDataOfARemovedSecurityThatIsHeld) {
  safe_to_remove_ = false;
  Add(Spy());
  Add(Ibm());
  Next();
  Next();
  universes_.RemoveSymbol(Ibm(), clock_);
  EXPECT_EQ(Next(), "13:31:00.0000000 1 -IBM");
  EXPECT_EQ(Next(), "13:32:00.0000000 2 IBM SPY");
}

TEST_F(SynchronizerTest, ShowsNoInternalPointsButCountsThem) {
  Add(Spy());
  SubscriptionDataConfig benchmark = world_.Config(Ibm(), Resolution::Minute);
  benchmark.is_internal = true;
  universes_.AddInternalFeed(world_.SecurityOf(Ibm()), benchmark, start_);
  EXPECT_EQ(Next(), "04:00:00.0000000 1 +SPY");
  EXPECT_EQ(Next(), "13:31:00.0000000 2 SPY");
}

TEST_F(SynchronizerTest, PutsAllTicksOfAnInstantIntoOneSliceTradesFirst) {
  world_.Write("spy", Resolution::Tick, monday_, "34200001,1000000,1\n34200001,1010000,1\n");
  world_.Write("spy", Resolution::Tick, monday_, "34200001,990000,1,0,0\n34200002,0,0,1020000,1\n",
               TickType::Quote);
  Add(Ibm());
  Add(Spy(), Resolution::Tick, TickType::Quote);
  Add(Spy(), Resolution::Tick);
  EXPECT_EQ(Next(), "04:00:00.0000000 1 +IBM +SPY");
  TimeSlice* slice = synchronizer_.Next();
  ASSERT_NE(slice, nullptr);
  EXPECT_EQ(slice->data_point_count, 3);
  EXPECT_EQ(slice->packets.size(), 2U);
  const std::vector<Tick>& ticks = slice->slice.Ticks()[Spy()];
  ASSERT_EQ(ticks.size(), 3U);
  EXPECT_EQ(ticks[0].Price(), 100);
  EXPECT_EQ(ticks[1].Price(), 101);
  EXPECT_EQ(ticks[2].BidPrice(), 99);
  clock_ = slice->utc_time;
  EXPECT_EQ(Next(), "13:30:00.0020000 1 SPY");
  // Ticks do not count for the interval of copies: the minute bars beside them go on as they were.
  EXPECT_EQ(Next(), "13:31:00.0000000 1 IBM");
}

TEST_F(SynchronizerTest, KeepsTheShortestBarOfASymbolInTheSlice) {
  world_.Write("spy", Resolution::Hour, monday_, "20131007 09:00,990000,990000,990000,990000,1\n");
  world_.Write("spy", Resolution::Minute, monday_, FeedWorld::MinuteRow(9, 59, 100));
  world_.window.end_utc = TimeZones::NewYork().ToUtc(monday_ + TimeSpan(9, 59, 0));
  Add(Spy(), Resolution::Hour);
  Add(Spy(), Resolution::Minute);
  EXPECT_EQ(Next(), "04:00:00.0000000 1 +SPY");
  TimeSlice* slice = synchronizer_.Next();
  ASSERT_NE(slice, nullptr);
  EXPECT_EQ(slice->slice.AllData().size(), 2U);
  EXPECT_EQ(slice->slice[Spy()].Close(), Decimal(100));
}

}  // namespace
}  // namespace regimen
