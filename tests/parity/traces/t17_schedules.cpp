#include "tests/parity/traces/t17_schedules.hpp"

#include "tests/parity/traces/trace_text.hpp"

namespace regimen::parity {

void T17Schedules::Initialize() {
  SetStartDate(2013, 10, 30);
  SetEndDate(2013, 11, 6);
  SetCash(100000);
  SetBenchmark([this](DateTime time) {
    Trace("BM", Stamp(time));
    return 1;
  });
  aig_ = AddEquity("AIG", Resolution::Hour).GetSymbol();
  ScheduleAtOneInstant();
  ScheduleByDay();
  ScheduleByPeriod();
  ScheduleBySession();
  ScheduleOtherWays();
}

void T17Schedules::OnEndOfDay() { Trace("EOD0"); }

// Five at 10:00, to see their order and how it rotates.
void T17Schedules::ScheduleAtOneInstant() {
  const DateRule every_day = DateRules.EveryDay();
  Scheduled("s1", every_day, TimeRules.At(10, 0));
  Scheduled("s2", every_day, TimeRules.At(10, 0));
  Scheduled("s3", DateRules.EveryDay(aig_), TimeRules.AfterMarketOpen(aig_, 30));
  Scheduled("s4", every_day, TimeRules.Every(TimeSpan::FromHours(2)));
  Scheduled("s5", DateRules.EveryDay(aig_), TimeRules.At(10, 0));
  Scheduled("s6", DateRules.On(2013, 10, 31), TimeRules.At(10, 0));
}

void T17Schedules::ScheduleByDay() {
  const DateRule every_day = DateRules.EveryDay();
  Scheduled("tomorrow", DateRules.Tomorrow(), TimeRules.Noon());
  Scheduled("today", DateRules.Today(), TimeRules.At(9, 45));
  Scheduled("todayMid", DateRules.Today(), TimeRules.Midnight());
  Scheduled("now", DateRules.Today(), TimeRules.Now());
  Scheduled("weekdays", DateRules.Every(DayOfWeek::Sunday, DayOfWeek::Tuesday),
            TimeRules.At(1, 30));
  Scheduled("at130 utc", every_day, TimeRules.At(5, 30, TimeZones::Utc()));
  Scheduled("at0130", every_day, TimeRules.At(1, 30));
  Scheduled("noon", every_day, TimeRules.Noon());
  Scheduled("midnight", every_day, TimeRules.Midnight());
}

void T17Schedules::ScheduleByPeriod() {
  Scheduled("monthEnd", DateRules.MonthEnd(), TimeRules.At(11, 0));
  Scheduled("monthEndA", DateRules.MonthEnd(aig_), TimeRules.BeforeMarketClose(aig_, 5));
  Scheduled("monthStart", DateRules.MonthStart(), TimeRules.At(11, 0));
  Scheduled("monthStartA", DateRules.MonthStart(aig_), TimeRules.AfterMarketOpen(aig_, 5));
  Scheduled("monthStart2", DateRules.MonthStart(2), TimeRules.At(11, 10));
  Scheduled("monthStartA2", DateRules.MonthStart(aig_, 2), TimeRules.At(11, 15));
  Scheduled("weekStart", DateRules.WeekStart(), TimeRules.At(11, 20));
  Scheduled("weekStartA1", DateRules.WeekStart(aig_, 1), TimeRules.At(11, 25));
  Scheduled("weekEnd", DateRules.WeekEnd(), TimeRules.At(11, 30));
  Scheduled("weekEndA1", DateRules.WeekEnd(aig_, 1), TimeRules.At(11, 35));
  Scheduled("quarterStart", DateRules.QuarterStart(30), TimeRules.At(11, 40));
  Scheduled("quarterEnd60", DateRules.QuarterEnd(60), TimeRules.At(11, 45));
  Scheduled("yearEnd", DateRules.YearEnd(60), TimeRules.At(11, 50));
  Scheduled("yearStart", DateRules.YearStart(304), TimeRules.At(11, 55));
}

void T17Schedules::ScheduleBySession() {
  const DateRule open_days = DateRules.EveryDay(aig_);
  Scheduled("open-30", open_days, TimeRules.BeforeMarketOpen(aig_, 30));
  Scheduled("openExt", open_days, TimeRules.AfterMarketOpen(aig_, 0, true));
  Scheduled("close+5", open_days, TimeRules.AfterMarketClose(aig_, 5));
  Scheduled("closeExt", open_days, TimeRules.BeforeMarketClose(aig_, 0, true));
  Scheduled("open any", DateRules.EveryDay(), TimeRules.AfterMarketOpen("SPY", 1));
}

void T17Schedules::ScheduleOtherWays() {
  Train([this] { Trace("TRAIN", "once"); });
  Train(DateRules.EveryDay(aig_), TimeRules.At(8, 0), [this] { Trace("TRAIN", "daily"); });
  Schedule.On("dates list", DateRules.On(DateTime(2013, 11, 2), DateTime(2013, 11, 5)),
              TimeRules.At(2, 0), [this](const std::string& name, DateTime time) {
                Trace("SCH", name + " arg " + Stamp(time));
              });
  Schedule.Event("fluent")
      .Every(DayOfWeek::Monday)
      .At(13, 0)
      .Run([this](const std::string& name, DateTime time) {
        Trace("SCH", name + " " + Stamp(time));
      });
}

}  // namespace regimen::parity
