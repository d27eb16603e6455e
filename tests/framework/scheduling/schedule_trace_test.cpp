// LEAN's own run T17: the order of some forty schedules over a week with a clock change.
#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "framework/scheduling/date_rules.hpp"
#include "framework/scheduling/schedule_manager.hpp"
#include "framework/scheduling/scheduled_event_runner.hpp"
#include "framework/scheduling/time_rules.hpp"
#include "tests/framework/scheduling/fake_context.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/lean_results.hpp"

namespace regimen {
namespace {

constexpr char kTime[] = "yyyyMMddHHmmss";

// The strategy of T17_Schedules.cs, as far as it is schedules.
class TracedSchedules {
 public:
  TracedSchedules() {
    manager_.SetEventSchedule(runner_);
    AddAtOneInstant();
    AddDays();
    AddPeriods();
    AddMarketTimes();
    manager_.TrainingNow([this] { Note("TRAIN once"); });
    manager_.Training(dates_.EveryDay(aig_), times_.At(8, 0), [this] { Note("TRAIN daily"); });
    manager_.On("dates list", dates_.On(DateTime(2013, 11, 2), DateTime(2013, 11, 5)),
                times_.At(2, 0), [this](const std::string& name, DateTime time) {
                  Note("SCH " + name + " arg " + time.ToString(kTime));
                });
    manager_.Event("fluent")
        .Every(DayOfWeek::Monday)
        .At(13, 0)
        .Run([this](const std::string& name, DateTime time) {
          Note("SCH " + name + " " + time.ToString(kTime));
        });
  }

  // Runs the loop over the given slices and returns the lines.
  std::vector<std::string> Run(const std::vector<DateTime>& slices) {
    AddEndOfDay();
    runner_.Start();
    manager_.On("Daily Sampling", dates_.EveryDay(), times_.Midnight(),
                [this](DateTime time) { Note("BM " + time.ToString(kTime)); });
    for (const DateTime slice : slices) {
      runner_.ScanPastEvents(slice);
      context_.SetUtcNow(slice);
      // With the first slice comes the security, and with it its end of day.
      if (slice == slices.front()) AddSecurity();
      runner_.SetTime(slice);
    }
    return lines_;
  }

 private:
  void Note(const std::string& text) {
    lines_.push_back(context_.UtcNow().ToString(kTime) + " " + text);
  }
  void Sch(const std::string& name, const DateRule& dates, const TimeRule& times) {
    manager_.On(name, dates, times, [this, name] { Note("SCH " + name); });
  }
  void AddAtOneInstant() {
    Sch("s1", all_, times_.At(10, 0));
    Sch("s2", all_, times_.At(10, 0));
    Sch("s3", dates_.EveryDay(aig_), times_.AfterMarketOpen(aig_, 30));
    Sch("s4", all_, times_.Every(TimeSpan::FromHours(2)));
    Sch("s5", dates_.EveryDay(aig_), times_.At(10, 0));
    Sch("s6", dates_.On(2013, 10, 31), times_.At(10, 0));
  }
  void AddDays() {
    Sch("tomorrow", dates_.Tomorrow(), times_.Noon());
    Sch("today", dates_.Today(), times_.At(9, 45));
    Sch("todayMid", dates_.Today(), times_.Midnight());
    Sch("now", dates_.Today(), times_.Now());
    Sch("weekdays", dates_.Every(DayOfWeek::Sunday, DayOfWeek::Tuesday), times_.At(1, 30));
    Sch("at130 utc", all_, times_.At(5, 30, TimeZones::Utc()));
    Sch("at0130", all_, times_.At(1, 30));
    Sch("noon", all_, times_.Noon());
    Sch("midnight", all_, times_.Midnight());
  }
  void AddPeriods() {
    Sch("monthEnd", dates_.MonthEnd(), times_.At(11, 0));
    Sch("monthEndA", dates_.MonthEnd(aig_), times_.BeforeMarketClose(aig_, 5));
    Sch("monthStart", dates_.MonthStart(), times_.At(11, 0));
    Sch("monthStartA", dates_.MonthStart(aig_), times_.AfterMarketOpen(aig_, 5));
    Sch("monthStart2", dates_.MonthStart(2), times_.At(11, 10));
    Sch("monthStartA2", dates_.MonthStart(aig_, 2), times_.At(11, 15));
    Sch("weekStart", dates_.WeekStart(), times_.At(11, 20));
    Sch("weekStartA1", dates_.WeekStart(aig_, 1), times_.At(11, 25));
    Sch("weekEnd", dates_.WeekEnd(), times_.At(11, 30));
    Sch("weekEndA1", dates_.WeekEnd(aig_, 1), times_.At(11, 35));
    Sch("quarterStart", dates_.QuarterStart(30), times_.At(11, 40));
    Sch("quarterEnd60", dates_.QuarterEnd(60), times_.At(11, 45));
    Sch("yearEnd", dates_.YearEnd(60), times_.At(11, 50));
    Sch("yearStart", dates_.YearStart(304), times_.At(11, 55));
  }
  void AddMarketTimes() {
    const DateRule trading_days = dates_.EveryDay(aig_);
    Sch("open-30", trading_days, times_.BeforeMarketOpen(aig_, 30));
    Sch("openExt", trading_days, times_.AfterMarketOpen(aig_, 0, true));
    Sch("close+5", trading_days, times_.AfterMarketClose(aig_, 5));
    Sch("closeExt", trading_days, times_.BeforeMarketClose(aig_, 0, true));
    Sch("open any", all_, times_.AfterMarketOpen("SPY", 1));
  }
  // What the engine adds of its own accord: the end of the algorithm's day and of the security's.
  void AddEndOfDay() {
    if (end_of_day_ != nullptr) manager_.Remove(*end_of_day_);
    end_of_day_ = &manager_.On("Algorithm.EndOfDay", dates_.EveryDay(aig_), times_.At(23, 58),
                               [this] { Note("EOD0"); });
  }
  void AddSecurity() {
    manager_.On("AIG.EndOfDay", dates_.EveryDay(aig_), times_.BeforeMarketClose(aig_, 10),
                [this] { Note("EOD AIG"); });
    AddEndOfDay();
  }

  tests::FakeContext context_{DateTime(2013, 10, 30, 4, 0, 0)};
  ScheduledEventRunner runner_{context_, [this](DateTime time) { context_.SetUtcNow(time); }};
  ScheduleManager manager_{context_};
  DateRules dates_{context_};
  TimeRules times_{context_};
  Symbol aig_ = context_.SymbolOf("AIG");
  DateRule all_ = dates_.EveryDay();
  ScheduledEvent* end_of_day_ = nullptr;
  std::vector<std::string> lines_;
};

TEST(ScheduleTraceTest, CallsEventsInTheOrderOfLean) {
  const auto exam = tests::ExamDir();
  if (!exam || !tests::HasXz())
    GTEST_SKIP() << "the loop traces (REGIMEN_EXAM_DIR) or xz are absent";
  std::istringstream trace(tests::ReadXz(*exam / "cases/loop-traces/T17_Schedules.trace.xz"));
  std::vector<std::string> expected;
  std::vector<DateTime> slices;
  for (std::string line; std::getline(trace, line);) {
    std::istringstream words(line);
    std::string time;
    std::string kind;
    words >> time >> kind;
    if (kind == "ETS") slices.push_back(DateTime::ParseExact(time, kTime));
    if (kind != "SCH" && kind != "TRAIN" && kind != "BM" && kind != "EOD" && kind != "EOD0") {
      continue;
    }
    // Without the prices.
    expected.push_back(line.substr(0, line.find(" AIG=")));
  }
  ASSERT_EQ(slices.size(), 43U);
  const std::vector<std::string> lines = TracedSchedules().Run(slices);
  for (std::size_t i = 0; i < std::min(lines.size(), expected.size()); ++i) {
    ASSERT_EQ(lines[i], expected[i]) << "line " << i;
  }
  EXPECT_EQ(lines.size(), expected.size());
}

}  // namespace
}  // namespace regimen
