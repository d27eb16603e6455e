#include "framework/scheduling/schedule_manager.hpp"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "tests/framework/scheduling/fake_context.hpp"

namespace regimen {
namespace {

// Writes down what it is given.
class FakeSchedule : public EventSchedule {
 public:
  void Add(ScheduledEvent& event) override { log += "+" + event.Name() + " "; }
  void Remove(ScheduledEvent& event) override { log += "-" + event.Name() + " "; }
  std::string log;
};

class ScheduleManagerTest : public ::testing::Test {
 protected:
  static DateTime Next(ScheduledEvent& event) {
    const DateTime next = event.NextEventUtcTime();
    event.Scan(next);
    return next;
  }

  tests::FakeContext context_{DateTime(2013, 10, 7, 12, 0, 0)};
  ScheduleManager manager_{context_};
  DateRules dates_{context_};
  TimeRules times_{context_};
  FakeSchedule schedule_;
};

TEST_F(ScheduleManagerTest, NamesEventsByTheirRules) {
  const ScheduledEvent& event =
      manager_.On(dates_.EveryDay("SPY"), times_.AfterMarketOpen("SPY", 30), [] {});
  EXPECT_EQ(event.Name(), "SPY: EveryDay: SPY: 30 min after MarketOpen");
}

TEST_F(ScheduleManagerTest, KeepsEventsUntilThereIsASchedule) {
  manager_.On("a", dates_.EveryDay(), times_.Noon(), [] {});
  ScheduledEvent& b = manager_.On("b", dates_.EveryDay(), times_.Noon(), [] {});
  manager_.On("c", dates_.EveryDay(), times_.Noon(), [] {});
  manager_.Remove(b);
  manager_.SetEventSchedule(schedule_);
  EXPECT_EQ(schedule_.log, "+a +c ");
  ScheduledEvent& d = manager_.On("d", dates_.EveryDay(), times_.Noon(), [] {});
  manager_.Remove(d);
  EXPECT_EQ(schedule_.log, "+a +c +d -d ");
  EXPECT_EQ(d.Name(), "d");
}

TEST_F(ScheduleManagerTest, BeginsADayBeforeTheClockAndWithTheFirstUse) {
  ScheduledEvent& event = manager_.On("a", dates_.EveryDay(), times_.At(10, 0), [] {});
  context_.SetUtcNow(DateTime(2013, 10, 20, 1, 0, 0));
  EXPECT_EQ(event.NextEventUtcTime(), DateTime(2013, 10, 19, 14, 0, 0));
}

TEST_F(ScheduleManagerTest, TakesEveryKindOfCallback) {
  std::string log;
  const auto rule = dates_.On(2013, 10, 7);
  const auto call = [&](ScheduledEvent& event) { event.Scan(DateTime(2013, 10, 8)); };
  call(manager_.On("a", rule, times_.At(10, 0), [&] { log += "()"; }));
  call(manager_.On("b", rule, times_.At(10, 0),
                   [&](DateTime time) { log += time.ToString("(HH:mm)"); }));
  call(manager_.On("c", rule, times_.At(10, 0), [&](const std::string& name, DateTime time) {
    log += "(" + name + time.ToString(" HH:mm)");
  }));
  call(manager_.On("d", rule, times_.At(10, 0),
                   std::function<void(const std::string&, DateTime)>(
                       [&](const std::string& name, DateTime) { log += "(" + name + ")"; })));
  EXPECT_EQ(log, "()(14:00)(c 14:00)(d)");
}

TEST_F(ScheduleManagerTest, TakesEventsOfTheUser) {
  int count = 0;
  manager_.SetEventSchedule(schedule_);
  ScheduledEvent& event = manager_.Add(std::make_shared<ScheduledEvent>(
      "own", DateTime(2013, 10, 8), [&](const std::string&, DateTime) { ++count; }));
  event.Scan(DateTime(2013, 10, 9));
  event.Scan(DateTime(2013, 10, 9));
  EXPECT_EQ(count, 1);
  EXPECT_EQ(schedule_.log, "+own ");
}

TEST_F(ScheduleManagerTest, TrainsNowAndOnSchedule) {
  int count = 0;
  ScheduledEvent& now = manager_.TrainingNow([&] { ++count; });
  context_.SetUtcNow(DateTime(2013, 10, 8, 4, 0, 0));
  EXPECT_EQ(Next(now), DateTime(2013, 10, 8, 4, 0, 0));
  EXPECT_EQ(now.NextEventUtcTime(), DateTime::MaxValue);
  EXPECT_EQ(now.Name(), "Training: Now: 2013-10-07T12:00:00.0000000");
  ScheduledEvent& daily = manager_.Training(dates_.EveryDay(), times_.At(8, 0), [&] { ++count; });
  EXPECT_EQ(daily.Name(), "EveryDay: 8");
  EXPECT_EQ(Next(daily), DateTime(2013, 10, 7, 12, 0, 0));
  EXPECT_EQ(count, 2);
}

TEST_F(ScheduleManagerTest, ReadsAChainOfRules) {
  std::string log;
  ScheduledEvent& event = manager_.Event("fluent")
                              .Every(DayOfWeek::Monday)
                              .At(13, 0)
                              .At(TimeSpan(9, 0, 0))
                              .Run([&](const std::string& name, DateTime) { log += name; });
  EXPECT_EQ(Next(event), DateTime(2013, 10, 7, 13, 0, 0));
  EXPECT_EQ(Next(event), DateTime(2013, 10, 7, 17, 0, 0));
  EXPECT_EQ(Next(event), DateTime(2013, 10, 14, 13, 0, 0));
  EXPECT_EQ(log, "fluentfluentfluent");
}

TEST_F(ScheduleManagerTest, FiltersAChain) {
  const Symbol spy = context_.SymbolOf("SPY");
  ScheduledEvent& event = manager_.Event()
                              .EveryDay(spy)
                              .Every(TimeSpan::FromHours(1))
                              .DuringMarketHours(spy)
                              .Where([](DateTime utc_time) { return utc_time.Hour() != 15; })
                              .Run([] {});
  EXPECT_EQ(event.Name(), "SPY: EveryDay: Every 60 min");
  EXPECT_EQ(Next(event), DateTime(2013, 10, 7, 14, 0, 0));
  EXPECT_EQ(Next(event), DateTime(2013, 10, 7, 16, 0, 0));
}

TEST_F(ScheduleManagerTest, WantsDatesAndTimesInAChain) {
  EXPECT_THROW(manager_.Event("a").EveryDay().Run([] {}), InvalidOperationError);
  EXPECT_THROW(manager_.Event("a").At(10, 0).Run([] {}), InvalidOperationError);
}

}  // namespace
}  // namespace regimen
