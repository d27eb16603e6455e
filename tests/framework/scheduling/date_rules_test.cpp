#include "framework/scheduling/date_rules.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "tests/framework/scheduling/fake_context.hpp"

namespace regimen {
namespace {

using Dates = std::vector<std::string>;

class DateRulesTest : public ::testing::Test {
 protected:
  Dates Between(const DateRule& rule, DateTime start, DateTime end) const {
    return tests::Texts(rule.GetDates(start, end), 100, "MM-dd");
  }
  Dates In2013(const DateRule& rule) const {
    return Between(rule, DateTime(2013, 1, 1), DateTime(2013, 12, 31));
  }
  Dates Autumn(const DateRule& rule) const {
    return Between(rule, DateTime(2013, 11, 20), DateTime(2013, 12, 31));
  }

  tests::FakeContext context_{DateTime(2013, 10, 30, 3, 0, 0)};
  DateRules rules_{context_};
  Symbol spy_ = context_.SymbolOf("SPY");
};

TEST_F(DateRulesTest, TakesDatesAsTheyAre) {
  EXPECT_EQ(In2013(rules_.On(2013, 7, 4)), Dates{"07-04"});
  const DateRule rule =
      rules_.On(DateTime(2013, 11, 5, 12, 0, 0), DateTime(2014, 1, 1), DateTime(2013, 11, 2));
  EXPECT_EQ(In2013(rule), (Dates{"11-05", "11-02"}));
  EXPECT_EQ(rule.Name(), "11/05/2013,01/01/2014,11/02/2013");
}

// 03:00 UTC on the 30th is 23:00 on the 29th in New York.
TEST_F(DateRulesTest, TodayIsTheAlgorithmsDateWhenEvaluated) {
  EXPECT_EQ(In2013(rules_.Today()), Dates{"10-29"});
  EXPECT_EQ(In2013(rules_.Tomorrow()), Dates{"10-30"});
  const DateRule today = rules_.Today();
  context_.SetUtcNow(DateTime(2013, 11, 4, 12, 0, 0));
  EXPECT_EQ(In2013(today), Dates{"11-04"});
}

TEST_F(DateRulesTest, PicksWeekdaysWithoutLookingAtHolidays) {
  const DateRule rule = rules_.Every(DayOfWeek::Thursday, DayOfWeek::Sunday);
  EXPECT_EQ(Between(rule, DateTime(2013, 11, 24), DateTime(2013, 12, 1)),
            (Dates{"11-24", "11-28", "12-01"}));
  EXPECT_EQ(rule.Name(), "Thursday,Sunday");
}

TEST_F(DateRulesTest, EveryDayOfASymbolIsATradingDay) {
  EXPECT_EQ(In2013(rules_.EveryDay()).size(), 100U);
  const DateTime start(2013, 11, 27);
  const DateTime end(2013, 12, 2);
  EXPECT_EQ(Between(rules_.EveryDay(), start, end).size(), 6U);
  EXPECT_EQ(Between(rules_.EveryDay(spy_), start, end), (Dates{"11-27", "11-29", "12-02"}));
  EXPECT_EQ(Between(rules_.EveryDay("ES"), start, end),
            (Dates{"11-27", "11-28", "11-29", "12-02"}));
  EXPECT_EQ(Between(rules_.EveryDay("ES", true), start, end),
            (Dates{"11-27", "11-28", "11-29", "12-01", "12-02"}));
  EXPECT_EQ(rules_.EveryDay("SPY").Name(), "SPY: EveryDay");
}

TEST_F(DateRulesTest, CountsFromTheStartOfTheMonth) {
  EXPECT_EQ(Autumn(rules_.MonthStart()), Dates{"12-01"});
  EXPECT_EQ(Autumn(rules_.MonthStart("SPY")), Dates{"12-02"});
  EXPECT_EQ(Autumn(rules_.MonthStart(20)), (Dates{"11-21", "12-21"}));
  EXPECT_EQ(Autumn(rules_.MonthStart(spy_, 2)), Dates{"12-04"});
  // February has no 31st: its last day; the last trading day of November is the 29th.
  EXPECT_EQ(Between(rules_.MonthStart(30), DateTime(2013, 2, 1), DateTime(2013, 2, 28)),
            Dates{"02-28"});
  EXPECT_EQ(Autumn(rules_.MonthStart(spy_, 30)), (Dates{"11-29", "12-31"}));
  EXPECT_EQ(rules_.MonthStart(2).Name(), "MonthStart+2");
}

TEST_F(DateRulesTest, CountsFromTheEndOfTheMonth) {
  EXPECT_EQ(Autumn(rules_.MonthEnd()), (Dates{"11-30", "12-31"}));
  EXPECT_EQ(Autumn(rules_.MonthEnd(spy_)), (Dates{"11-29", "12-31"}));
  EXPECT_EQ(Autumn(rules_.MonthEnd(spy_, 1)), (Dates{"11-27", "12-30"}));
  EXPECT_EQ(Between(rules_.MonthEnd(30), DateTime(2013, 2, 1), DateTime(2013, 2, 28)),
            Dates{"02-01"});
  EXPECT_EQ(rules_.MonthEnd(spy_, 1).Name(), "SPY: MonthEnd-1");
}

// LEAN's run T17 shows the dates of QuarterStart(30), QuarterEnd(60), YearEnd(60) and the missing
// one of YearStart(304).
TEST_F(DateRulesTest, CountsInQuartersAndYears) {
  EXPECT_EQ(Between(rules_.QuarterStart(30), DateTime(2013, 10, 29), DateTime(2013, 12, 31)),
            Dates{"10-31"});
  EXPECT_EQ(Between(rules_.QuarterEnd(60), DateTime(2013, 10, 29), DateTime(2013, 12, 31)),
            Dates{"11-01"});
  EXPECT_EQ(Between(rules_.YearEnd(60), DateTime(2013, 10, 29), DateTime(2013, 12, 31)),
            Dates{"11-01"});
  EXPECT_EQ(Between(rules_.YearStart(304), DateTime(2013, 10, 29), DateTime(2014, 12, 31)),
            Dates{"11-01"});
  EXPECT_EQ(Between(rules_.YearStart(304), DateTime(2013, 10, 29), DateTime(2013, 12, 31)),
            Dates{});
  EXPECT_EQ(Between(rules_.YearStart("SPY"), DateTime(2013, 12, 1), DateTime(2014, 12, 31)),
            Dates{"01-02"});
  EXPECT_EQ(In2013(rules_.QuarterStart()), (Dates{"01-01", "04-01", "07-01", "10-01"}));
  EXPECT_EQ(In2013(rules_.QuarterEnd("SPY")), (Dates{"03-29", "06-28", "09-30", "12-31"}));
  EXPECT_EQ(In2013(rules_.YearEnd("SPY")), Dates{"12-31"});
  EXPECT_EQ(rules_.YearStart(304).Name(), "YearStart+304");
}

TEST_F(DateRulesTest, CountsInWeeks) {
  const DateTime start(2013, 11, 20);
  const DateTime end(2013, 12, 8);
  EXPECT_EQ(Between(rules_.WeekStart(), start, end), (Dates{"11-25", "12-02"}));
  EXPECT_EQ(Between(rules_.WeekStart(6), start, end), (Dates{"11-24", "12-01", "12-08"}));
  EXPECT_EQ(Between(rules_.WeekEnd(), start, end), (Dates{"11-22", "11-29", "12-06"}));
  EXPECT_EQ(Between(rules_.WeekEnd(6), start, end), (Dates{"11-23", "11-30"}));
  EXPECT_EQ(Between(rules_.WeekStart("SPY", 3), start, end), (Dates{"11-21", "11-29", "12-05"}));
  EXPECT_EQ(Between(rules_.WeekEnd("SPY", 1), start, end), (Dates{"11-21", "11-27", "12-05"}));
  // The week of the future begins on Sunday, of which only extended hours know.
  EXPECT_EQ(Between(rules_.WeekStart("ES"), start, end), (Dates{"11-24", "12-01", "12-08"}));
  EXPECT_EQ(Between(rules_.WeekStart("ES", 0, false), start, end), (Dates{"11-25", "12-02"}));
}

TEST_F(DateRulesTest, StartsWithTheWeekOfASunday) {
  EXPECT_EQ(Between(rules_.WeekStart(6), DateTime(2013, 12, 1), DateTime(2013, 12, 1)),
            Dates{"12-01"});
  EXPECT_EQ(Between(rules_.WeekEnd(), DateTime(2013, 12, 1), DateTime(2013, 12, 6)),
            Dates{"12-06"});
}

TEST_F(DateRulesTest, RefusesOffsetsOutOfRange) {
  EXPECT_THROW(rules_.MonthStart(-1), ArgumentError);
  EXPECT_THROW(rules_.MonthEnd("SPY", 31), ArgumentError);
  EXPECT_THROW(rules_.QuarterStart(93), ArgumentError);
  EXPECT_THROW(rules_.YearEnd(366), ArgumentError);
  EXPECT_THROW(rules_.WeekStart(7), ArgumentError);
  EXPECT_THROW(rules_.WeekEnd("SPY", 5), ArgumentError);
  EXPECT_NO_THROW(rules_.WeekEnd("ES", 5));
}

}  // namespace
}  // namespace regimen
