#include "framework/core/date_time.hpp"

#include <sstream>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

// Ticks as .NET prints them.
TEST(DateTimeTest, CountsTicksFromYearOne) {
  EXPECT_EQ(DateTime().Ticks(), 0);
  EXPECT_EQ(DateTime(1, 1, 1), DateTime::MinValue);
  EXPECT_EQ(DateTime(2013, 10, 7).Ticks(), 635'167'008'000'000'000);
  EXPECT_EQ(DateTime(2013, 10, 7, 9, 30, 0).Ticks(), 635'167'350'000'000'000);
  EXPECT_EQ(DateTime(1899, 12, 30).Ticks(), 599'264'352'000'000'000);
  EXPECT_EQ(DateTime(9999, 12, 31, 23, 59, 59, 999).AddTicks(9999), DateTime::MaxValue);
}

TEST(DateTimeTest, AgreesWithAStepByStepCalendarOnEveryDay) {
  int year = 1;
  int month = 1;
  int day = 1;
  int day_of_year = 1;
  int weekday = 1;
  const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (DateTime date; year < 10'000; date = DateTime(date.Ticks() + 864'000'000'000)) {
    const YearMonthDay civil = date.Civil();
    ASSERT_TRUE(civil.year == year && civil.month == month && civil.day == day) << date;
    ASSERT_EQ(DateTime(year, month, day), date);
    ASSERT_EQ(date.DayOfYear(), day_of_year);
    ASSERT_EQ(static_cast<int>(date.DayOfWeek()), weekday);
    if (date.Date() == DateTime::MaxValue.Date()) break;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int length = lengths[month - 1] + (month == 2 && leap ? 1 : 0);
    weekday = (weekday + 1) % 7;
    ++day_of_year;
    if (++day > length) {
      day = 1;
      ++month;
    }
    if (month > 12) {
      month = 1;
      day_of_year = 1;
      ++year;
    }
  }
  EXPECT_EQ(year, 9999);
}

TEST(DateTimeTest, RefusesDatesAndTimesThatDoNotExist) {
  EXPECT_THROW(DateTime(2013, 2, 29), ArgumentError);
  EXPECT_THROW(DateTime(2013, 13, 1), ArgumentError);
  EXPECT_THROW(DateTime(0, 1, 1), ArgumentError);
  EXPECT_THROW(DateTime(2013, 1, 1, 24, 0, 0), ArgumentError);
  EXPECT_THROW(DateTime(2013, 1, 1, 0, 0, 0, 1000), ArgumentError);
  EXPECT_THROW(DateTime(-1), ArgumentError);
  EXPECT_THROW(DateTime::MaxValue.AddTicks(1), ArgumentError);
  EXPECT_THROW(DateTime::MinValue.AddDays(-1), ArgumentError);
  EXPECT_THROW(DateTime(2013, 1, 1).AddDays(1e9), ArgumentError);
}

TEST(DateTimeTest, SplitsIntoDateAndTimeOfDay) {
  const DateTime time(2013, 10, 7, 9, 31, 5, 250);
  EXPECT_EQ(time.Date(), DateTime(2013, 10, 7));
  EXPECT_EQ(time.TimeOfDay(), TimeSpan(0, 9, 31, 5, 250));
  EXPECT_EQ(time.Hour(), 9);
  EXPECT_EQ(time.Minute(), 31);
  EXPECT_EQ(time.Second(), 5);
  EXPECT_EQ(time.Millisecond(), 250);
}

TEST(DateTimeTest, AddsUnitsAsDotNet) {
  const DateTime time(2012, 1, 31, 12, 0, 0);
  EXPECT_EQ(time.AddMonths(1), DateTime(2012, 2, 29, 12, 0, 0));
  EXPECT_EQ(time.AddMonths(-2), DateTime(2011, 11, 30, 12, 0, 0));
  EXPECT_EQ(DateTime(2012, 2, 29).AddYears(-1), DateTime(2011, 2, 28));
  EXPECT_EQ(time.AddDays(1.5), DateTime(2012, 2, 2));
  EXPECT_EQ(time.AddHours(-13), DateTime(2012, 1, 30, 23, 0, 0));
  EXPECT_EQ(time.AddSeconds(0.00000019).Ticks() - time.Ticks(), 1);
  EXPECT_EQ(DateTime(2013, 10, 8) - DateTime(2013, 10, 7, 23, 0, 0), TimeSpan::FromHours(1));
  EXPECT_THROW(DateTime(1, 1, 31).AddMonths(-1), ArgumentError);
  EXPECT_THROW(DateTime(9999, 12, 1).AddMonths(1), ArgumentError);
}

TEST(DateTimeTest, RoundsToMultiplesSinceYearOne) {
  const DateTime time(2013, 10, 7, 9, 31, 5);
  EXPECT_EQ(time.RoundDown(TimeSpan::FromMinutes(1)), DateTime(2013, 10, 7, 9, 31, 0));
  EXPECT_EQ(time.RoundUp(TimeSpan::FromHours(1)), DateTime(2013, 10, 7, 10, 0, 0));
  EXPECT_EQ(DateTime(2013, 10, 7).RoundUp(TimeSpan::FromDays(1)), DateTime(2013, 10, 7));
  EXPECT_EQ(time.RoundDown(TimeSpan()), time);
}

TEST(DateTimeTest, ConvertsUnixSeconds) {
  EXPECT_EQ(DateTime(2013, 10, 7, 13, 31, 0).ToUnixSeconds(), 1381152660.0);
  EXPECT_EQ(DateTime::FromUnixSeconds(1381152660.5), DateTime(2013, 10, 7, 13, 31, 0, 500));
  EXPECT_EQ(DateTime::FromUnixSeconds(-1), DateTime(1969, 12, 31, 23, 59, 59));
}

TEST(DateTimeTest, PrintsCustomFormats) {
  const DateTime time = DateTime(2013, 10, 7, 9, 5, 3, 120).AddTicks(3456);
  EXPECT_EQ(time.ToString(), "10/07/2013 09:05:03");
  EXPECT_EQ(time.ToString("yyyyMMdd HH:mm"), "20131007 09:05");
  EXPECT_EQ(time.ToString("M/d/yyyy h:mm:ss tt"), "10/7/2013 9:05:03 AM");
  EXPECT_EQ(time.ToString("ddd dd MMM yy"), "Mon 07 Oct 13");
  EXPECT_EQ(time.ToString("dddd d MMMM"), "Monday 7 October");
  EXPECT_EQ(time.ToString("HH:mm:ss.fff"), "09:05:03.120");
  EXPECT_EQ(time.ToString("ss.FFFFFFF"), "03.1203456");
  EXPECT_EQ(DateTime(2013, 10, 7).ToString("ss.FFF"), "00");
  EXPECT_EQ(time.ToString("yyyy-MM-dd'T'HH\\h"), "2013-10-07T09h");
  EXPECT_EQ(DateTime(2013, 10, 7, 0, 30, 0).ToString("hh t"), "12 A");
}

TEST(DateTimeTest, PrintsIsoWithoutTrailingZeros) {
  EXPECT_EQ(DateTime(2013, 10, 7, 13, 31, 0).ToIso(), "2013-10-07T13:31:00");
  EXPECT_EQ(DateTime(2013, 10, 7).AddTicks(1).ToIso(), "2013-10-07T00:00:00.0000001");
  std::ostringstream out;
  out << DateTime(2013, 10, 7, 9, 31, 0);
  EXPECT_EQ(out.str(), "2013-10-07 09:31:00");
}

TEST(DateTimeTest, ReadsExactFormats) {
  EXPECT_EQ(DateTime::ParseExact("20131007", "yyyyMMdd"), DateTime(2013, 10, 7));
  EXPECT_EQ(DateTime::ParseExact("20131007 09:30", "yyyyMMdd HH:mm"),
            DateTime(2013, 10, 7, 9, 30, 0));
  EXPECT_EQ(DateTime::ParseExact("7/4/2013", "M/d/yyyy"), DateTime(2013, 7, 4));
  EXPECT_EQ(DateTime::ParseExact("11/29/2013", "M/d/yyyy"), DateTime(2013, 11, 29));
  EXPECT_EQ(DateTime::ParseExact("09:30:00.5", "HH:mm:ss.FFF"), DateTime(1, 1, 1, 9, 30, 0, 500));
}

TEST(DateTimeTest, RefusesTextOfAnotherForm) {
  for (const char* text : {"", "2013100", "201310070", "20131307", "20130229", "2013-1-7", "x"}) {
    EXPECT_FALSE(DateTime::TryParseExact(text, "yyyyMMdd")) << text;
  }
  EXPECT_FALSE(DateTime::TryParseExact("13/1/2013", "M/d/yyyy"));
  EXPECT_THROW(DateTime::ParseExact("x", "yyyyMMdd"), ArgumentError);
}

}  // namespace
}  // namespace regimen
