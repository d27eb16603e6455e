#include "data/csv/csv_time.hpp"

#include <string>

#include <gtest/gtest.h>

namespace regimen::csv {
namespace {

DateTime Read(const std::string& text) {
  const auto time = ParseCsvTime(text);
  EXPECT_TRUE(time.has_value()) << text;
  return time ? time->time : DateTime();
}

TEST(CsvTimeTest, ReadsDates) {
  EXPECT_EQ(Read("2013-10-07"), DateTime(2013, 10, 7));
  EXPECT_EQ(Read("20131007"), DateTime(2013, 10, 7));
  EXPECT_EQ(Read("2012-02-29"), DateTime(2012, 2, 29));
}

TEST(CsvTimeTest, ReadsTimes) {
  EXPECT_EQ(Read("2013-10-07 09:31"), DateTime(2013, 10, 7, 9, 31, 0));
  EXPECT_EQ(Read("20131007T09:31:05"), DateTime(2013, 10, 7, 9, 31, 5));
  EXPECT_EQ(Read("2013-10-07 09:31:05.25"), DateTime(2013, 10, 7, 9, 31, 5, 250));
  EXPECT_EQ(Read("2013-10-07 23:59:59.9999999").Ticks() % TimeSpan::kTicksPerSecond, 9'999'999);
}

TEST(CsvTimeTest, TellsOfZones) {
  EXPECT_FALSE(ParseCsvTime("2013-10-07 00:00:00")->has_zone);
  EXPECT_TRUE(ParseCsvTime("2013-10-07 00:00:00-04:00")->has_zone);
  EXPECT_TRUE(ParseCsvTime("2013-10-07T09:31:00Z")->has_zone);
  EXPECT_TRUE(ParseCsvTime("2013-10-07T09:31+0530")->has_zone);
}

TEST(CsvTimeTest, RefusesAllElse) {
  for (const std::string text : {"",
                                 "10/07/2013",
                                 "2013-10-7",
                                 "2013-1007",
                                 "201310-07",
                                 "2013-02-29",
                                 "2013-13-01",
                                 "2013-00-01",
                                 "0000-01-01",
                                 "2013-10-07x",
                                 "2013-10-07 ",
                                 "2013-10-07 9:31",
                                 "2013-10-07 24:00",
                                 "2013-10-07 09:60",
                                 "2013-10-07 09:31:60",
                                 "2013-10-07 09:31:05.",
                                 "2013-10-07 09:31:05.12345678",
                                 "2013-10-07 09:31 EST",
                                 "2013-10-07 09:31+5",
                                 "1381104000",
                                 "2013-10-07-04:00",
                                 "Date"}) {
    EXPECT_FALSE(ParseCsvTime(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace regimen::csv
