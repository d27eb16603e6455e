#include "data/generator/us_equity_calendar.hpp"

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "data/generator/date_text.hpp"
#include "framework/core/json_value.hpp"
#include "tests/data/generator/generated_folder.hpp"
#include "tests/support/exam.hpp"

namespace regimen::generator {
namespace {

using namespace std::chrono;

bool IsClosed(Date date) {
  const std::vector<Date> holidays = Holidays(year_month_day(date).year());
  return std::find(holidays.begin(), holidays.end(), date) != holidays.end();
}

// As published by the exchange.
TEST(UsEquityCalendarTest, TheHolidaysOf2024) {
  const std::vector<Date> expected = {
      2024y / January / 1,   2024y / January / 15, 2024y / February / 19, 2024y / March / 29,
      2024y / May / 27,      2024y / June / 19,    2024y / July / 4,      2024y / September / 2,
      2024y / November / 28, 2024y / December / 25};
  EXPECT_EQ(Holidays(2024y), expected);
}

TEST(UsEquityCalendarTest, TheEarlyClosesOf2024) {
  const std::vector<Date> expected = {2024y / July / 3, 2024y / November / 29,
                                      2024y / December / 24};
  EXPECT_EQ(EarlyCloses(2024y), expected);
}

TEST(UsEquityCalendarTest, JuneteenthIsKeptSince2022) {
  EXPECT_FALSE(IsClosed(2021y / June / 18));
  EXPECT_TRUE(IsClosed(2022y / June / 20));  // the 19th was a Sunday
}

TEST(UsEquityCalendarTest, NewYearOnASaturdayIsNotKept) {
  EXPECT_FALSE(IsClosed(2010y / December / 31));
  EXPECT_FALSE(IsClosed(2021y / December / 31));
  EXPECT_TRUE(IsClosed(2012y / January / 2));  // on a Sunday: Monday
}

TEST(UsEquityCalendarTest, ChristmasOnASaturdayIsKeptOnFridayWhichIsNoHalfDay) {
  EXPECT_TRUE(IsClosed(2010y / December / 24));
  const std::vector<Date> early = EarlyCloses(2010y);
  EXPECT_EQ(early, (std::vector<Date>{2010y / November / 26}));
}

// Figures of the exchange: 252 trading days in 2024 and 2018 is 251 (a day of mourning), 2001: 248.
TEST(UsEquityCalendarTest, TradingDaysInAYear) {
  const auto count = [](year y) { return TradingDays(y / January / 1, y / December / 31).size(); };
  EXPECT_EQ(count(2024y), 252U);
  EXPECT_EQ(count(2018y), 251U);
  EXPECT_EQ(count(2001y), 248U);
  EXPECT_EQ(count(2012y), 250U);
}

TEST(UsEquityCalendarTest, ASessionLastsSixAndAHalfHoursOrThreeAndAHalf) {
  const std::vector<TradingDay> days = TradingDays(2024y / November / 27, 2024y / November / 29);
  ASSERT_EQ(days.size(), 2U);
  EXPECT_EQ(days[0].minutes, 390);
  EXPECT_EQ(days[1].date, Date(2024y / November / 29));
  EXPECT_EQ(days[1].minutes, 210);
}

TEST(UsEquityCalendarTest, NoTradingDayWhereTheEndIsBeforeTheStart) {
  EXPECT_TRUE(TradingDays(2024y / January / 5, 2024y / January / 4).empty());
  EXPECT_TRUE(TradingDays(2024y / January / 6, 2024y / January / 7).empty());  // a weekend
}

// In a form that a failing test prints readably.
std::set<std::string> Printed(const std::set<Date>& dates) {
  std::set<std::string> texts;
  for (const Date date : dates) texts.insert(CompactDate(date));
  return texts;
}

Date ParseSlashed(const std::string& text) {
  int month = 0;
  int day = 0;
  int year_number = 0;
  EXPECT_EQ(std::sscanf(text.c_str(), "%d/%d/%d", &month, &day, &year_number), 3) << text;
  return year(year_number) / month / day;
}

// LEAN's own list: weekdays only, since it keeps two New Year's Saturdays.
TEST(UsEquityCalendarTest, AgreesWithLeansMarketHours) {
  const auto data = tests::LeanDataDir();
  if (!data) GTEST_SKIP() << "LEAN's data folder is not there: set REGIMEN_LEAN_DATA";
  const JsonValue json =
      ParseJson(tests::ReadText(*data / "market-hours/market-hours-database.json"), "hours");
  const JsonValue* entry = json.Find("entries")->Find("Equity-usa-[*]");
  ASSERT_NE(entry, nullptr);

  const auto is_weekday = [](Date date) { return weekday(date).iso_encoding() <= 5; };
  std::set<Date> lean_closed;
  for (const JsonValue& day : entry->Find("holidays")->children) {
    if (const Date date = ParseSlashed(day.text); is_weekday(date)) lean_closed.insert(date);
  }
  std::set<Date> lean_early;
  for (const JsonValue& day : entry->Find("earlyCloses")->children) {
    if (const Date date = ParseSlashed(day.name); is_weekday(date)) lean_early.insert(date);
  }
  std::set<Date> closed;
  std::set<Date> early;
  for (year y = 1998y; y <= 2027y; ++y) {
    for (const Date date : Holidays(y)) closed.insert(date);
    if (y == 1998y) continue;  // LEAN lists no half day of 1998
    for (const Date date : EarlyCloses(y)) early.insert(date);
  }
  const auto is_later = [](Date date) { return date > Date(2027y / December / 31); };
  std::erase_if(lean_closed, is_later);
  std::erase_if(lean_early, is_later);
  EXPECT_EQ(Printed(closed), Printed(lean_closed));
  EXPECT_EQ(Printed(early), Printed(lean_early));
}

}  // namespace
}  // namespace regimen::generator
