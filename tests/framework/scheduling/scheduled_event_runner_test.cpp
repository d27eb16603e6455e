#include "framework/scheduling/scheduled_event_runner.hpp"

#include <memory>
#include <stdexcept>

#include <gtest/gtest.h>

#include "framework/scheduling/date_rules.hpp"
#include "framework/scheduling/schedule_manager.hpp"
#include "framework/scheduling/time_rules.hpp"
#include "tests/framework/scheduling/fake_context.hpp"

namespace regimen {
namespace {

class ScheduledEventRunnerTest : public ::testing::Test {
 protected:
  ScheduledEventRunnerTest() { manager_.SetEventSchedule(runner_); }

  // An event that writes down the clock and its name.
  ScheduledEvent& On(const std::string& name, const DateRule& dates, const TimeRule& times) {
    return manager_.On(name, dates, times,
                       [this](const std::string& event, DateTime) { Note(event); });
  }
  void Note(const std::string& text) {
    calls_ += context_.UtcNow().ToString("dd HH:mm ") + text + "; ";
  }
  // One step of the loop.
  void Slice(DateTime utc_time) {
    runner_.ScanPastEvents(utc_time);
    context_.SetUtcNow(utc_time);
    runner_.SetTime(utc_time);
  }
  // What was called since the last time.
  std::string Calls() { return std::exchange(calls_, ""); }

  tests::FakeContext context_{DateTime(2013, 10, 7, 14, 0, 0)};
  ScheduledEventRunner runner_{context_, [this](DateTime time) { context_.SetUtcNow(time); }};
  ScheduleManager manager_{context_};
  DateRules dates_{context_};
  TimeRules times_{context_};
  std::string calls_;
};

TEST_F(ScheduledEventRunnerTest, SkipsWhatIsPastAndKeepsWhatIsNow) {
  On("past", dates_.EveryDay(), times_.At(9, 59));
  On("now", dates_.EveryDay(), times_.At(10, 0));
  runner_.Start();
  Slice(DateTime(2013, 10, 7, 14, 0, 0));
  EXPECT_EQ(Calls(), "07 14:00 now; ");
}

TEST_F(ScheduledEventRunnerTest, CallsPastEventsAtTheirOwnTimeAndPresentOnesAfter) {
  On("b", dates_.EveryDay(), times_.At(11, 0));
  On("a", dates_.EveryDay(), times_.At(10, 30));
  runner_.Start();
  runner_.ScanPastEvents(DateTime(2013, 10, 7, 15, 0, 0));
  EXPECT_EQ(Calls(), "07 14:30 a; ");
  context_.SetUtcNow(DateTime(2013, 10, 7, 15, 0, 0));
  runner_.SetTime(DateTime(2013, 10, 7, 15, 0, 0));
  EXPECT_EQ(Calls(), "07 15:00 b; ");
}

TEST_F(ScheduledEventRunnerTest, CatchesUpInOneScan) {
  On("hourly", dates_.EveryDay(), times_.Every(TimeSpan::FromHours(1)));
  On("half", dates_.EveryDay(), times_.At(11, 30));
  runner_.Start();
  runner_.ScanPastEvents(DateTime(2013, 10, 7, 17, 0, 0));
  EXPECT_EQ(Calls(), "07 14:00 hourly; 07 15:00 hourly; 07 15:30 half; 07 16:00 hourly; ");
}

TEST_F(ScheduledEventRunnerTest, AnEventAddedAtTheSameTimeIsCalledNext) {
  manager_.On("outer", dates_.EveryDay(), times_.At(11, 0), [this] {
    Note("outer");
    On("same", dates_.EveryDay(), times_.At(11, 0));
    On("past", dates_.EveryDay(), times_.At(10, 59));
  });
  runner_.Start();
  Slice(DateTime(2013, 10, 7, 15, 0, 0));
  EXPECT_EQ(Calls(), "07 15:00 outer; ");
  // With the clock still at its time, as in LEAN's run T16.
  Slice(DateTime(2013, 10, 7, 15, 1, 0));
  EXPECT_EQ(Calls(), "07 15:00 same; ");
  Slice(DateTime(2013, 10, 8, 14, 59, 0));
  EXPECT_EQ(Calls(), "08 14:59 past; ");
}

TEST_F(ScheduledEventRunnerTest, AnEventMayRemoveItself) {
  ScheduledEvent* event = nullptr;
  int count = 0;
  event = &manager_.On("minutely", dates_.EveryDay(), times_.Every(TimeSpan::FromMinutes(1)), [&] {
    Note("called");
    if (++count == 2) manager_.Remove(*event);
  });
  runner_.Start();
  for (int minute = 0; minute < 5; ++minute) Slice(DateTime(2013, 10, 7, 14, minute, 0));
  EXPECT_EQ(Calls(), "07 14:00 called; 07 14:01 called; ");
}

TEST_F(ScheduledEventRunnerTest, ADisabledEventPassesSilently) {
  ScheduledEvent& event = On("a", dates_.EveryDay(), times_.Every(TimeSpan::FromMinutes(1)));
  runner_.Start();
  event.SetEnabled(false);
  Slice(DateTime(2013, 10, 7, 14, 0, 0));
  event.SetEnabled(true);
  Slice(DateTime(2013, 10, 7, 14, 1, 0));
  EXPECT_EQ(Calls(), "07 14:01 a; ");
}

TEST_F(ScheduledEventRunnerTest, EndsWithItsTimes) {
  ScheduledEvent& event = On("once", dates_.On(2013, 10, 8), times_.At(10, 0));
  runner_.Start();
  EXPECT_EQ(event.NextEventUtcTime(), DateTime(2013, 10, 8, 14, 0, 0));
  Slice(DateTime(2013, 10, 9));
  Slice(DateTime(2013, 10, 10));
  EXPECT_EQ(Calls(), "08 14:00 once; ");
  EXPECT_EQ(event.NextEventUtcTime(), DateTime::MaxValue);
}

TEST_F(ScheduledEventRunnerTest, NamesTheEventThatThrew) {
  manager_.On("bad", dates_.EveryDay(), times_.At(11, 0), [] { throw std::runtime_error("why"); });
  runner_.Start();
  try {
    Slice(DateTime(2013, 10, 7, 16, 0, 0));
    FAIL();
  } catch (const ScheduledEventError& error) {
    EXPECT_EQ(error.EventName(), "bad");
    EXPECT_EQ(error.UtcTime(), DateTime(2013, 10, 7, 15, 0, 0));
    EXPECT_STREQ(error.what(), "scheduled event 'bad' at 2013-10-07 15:00:00 UTC: why");
    EXPECT_THROW(std::rethrow_if_nested(error), std::runtime_error);
  }
}

// Three daily events at one instant and one in between, traced by hand through the search
// mid = lo + (hi - lo) / 2: each goes behind the event of its own time that the search meets.
TEST_F(ScheduledEventRunnerTest, PutsAnEventBehindTheOneOfItsTimeThatTheSearchMeets) {
  for (const char* name : {"1", "2", "3"}) On(name, dates_.EveryDay(), times_.At(10, 0));
  runner_.Start();
  Slice(DateTime(2013, 10, 7, 14, 0, 0));
  EXPECT_EQ(Calls(), "07 14:00 1; 07 14:00 2; 07 14:00 3; ");
  // After the first call: 2 3 1. After the second: 3, then [3 1] met at index 0 (3, earlier) and 1
  // (1, equal): 3 1 2. The third stays in front: its next time is not after the second's.
  Slice(DateTime(2013, 10, 8, 14, 0, 0));
  EXPECT_EQ(Calls(), "08 14:00 3; 08 14:00 1; 08 14:00 2; ");
}

}  // namespace
}  // namespace regimen
