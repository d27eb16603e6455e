#include "data/csv/csv_bars.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::csv {
namespace {

struct Failure {
  std::size_t line = 0;
  std::string text = "no error";
};

Failure FailureOf(const std::string& text) {
  try {
    ReadCsvBars(text, "spy.csv");
  } catch (const DataError& error) {
    EXPECT_EQ(error.File(), "spy.csv");
    return {error.Line(), error.what()};
  }
  return {};
}

bool HasNote(const CsvBars& bars, const std::string& part) {
  return std::ranges::any_of(
      bars.notes, [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

TEST(CsvBarsTest, ReadsTheSimplestForm) {
  const CsvBars read = ReadCsvBars(
      "date,open,high,low,close,volume\n"
      "2013-10-07,167.43,168.450,167.25,167.42,81489219\n"
      "2013-10-08,167.4,167.5,165.36,165.48,\n",
      "spy.csv");
  EXPECT_EQ(read.resolution, Resolution::Daily);
  EXPECT_TRUE(read.notes.empty());
  ASSERT_EQ(read.bars.Size(), 2U);
  EXPECT_EQ(read.bars.Times()[0], DateTime(2013, 10, 7));
  EXPECT_EQ(read.bars.Times()[1], DateTime(2013, 10, 8));
  EXPECT_EQ(read.bars.Open()[0].ToString(), "167.43");
  EXPECT_EQ(read.bars.High()[0].ToString(), "168.450");
  EXPECT_EQ(read.bars.Low()[0].ToString(), "167.25");
  EXPECT_EQ(read.bars.Close()[0].ToString(), "167.42");
  EXPECT_EQ(read.bars.Volume()[0].ToString(), "81489219");
  EXPECT_EQ(read.bars.Volume()[1].ToString(), "0");
  EXPECT_EQ(read.bars.Open()[1].ToString(), "167.4");
}

TEST(CsvBarsTest, RecognisesTheHeaderInAnyOrderAndCase) {
  const CsvBars read = ReadCsvBars(
      "\xEF\xBB\xBF\"Volume\", CLOSE ,Adj Close,low,High,Open,Datetime\r\n"
      "\"5\",\"1.5\",1.4,1,2,1.25,20131007\r\n",
      "spy.csv");
  ASSERT_EQ(read.bars.Size(), 1U);
  EXPECT_EQ(read.bars.Open()[0].ToString(), "1.25");
  EXPECT_EQ(read.bars.High()[0].ToString(), "2");
  EXPECT_EQ(read.bars.Low()[0].ToString(), "1");
  EXPECT_EQ(read.bars.Close()[0].ToString(), "1.5");
  EXPECT_EQ(read.bars.Volume()[0].ToString(), "5");
  EXPECT_TRUE(HasNote(read, "'Adj Close' is ignored"));
}

TEST(CsvBarsTest, WithoutHeaderTheUsualOrderHolds) {
  const CsvBars read = ReadCsvBars("20131007,1,2,0.5,1.5,7\n20131008,1,2,0.5,1.5,8", "spy.csv");
  EXPECT_EQ(read.bars.Size(), 2U);
  EXPECT_EQ(read.bars.Close()[0].ToString(), "1.5");
  EXPECT_EQ(read.bars.Volume()[1].ToString(), "8");
  const CsvBars no_volume = ReadCsvBars("20131007,1,2,0.5,1.5\n", "spy.csv");
  EXPECT_TRUE(no_volume.bars.Volume()[0].IsZero());
  EXPECT_TRUE(HasNote(no_volume, "no volume column"));
}

TEST(CsvBarsTest, InfersTheResolutionFromTheRows) {
  const std::string header = "timestamp,open,high,low,close\n";
  const auto resolution = [&](const std::string& first, const std::string& second) {
    return ReadCsvBars(header + first + ",1,1,1,1\n" + second + ",1,1,1,1\n", "spy.csv").resolution;
  };
  EXPECT_EQ(resolution("2013-10-07", "2013-10-08"), Resolution::Daily);
  EXPECT_EQ(resolution("2013-10-07 16:00", "2013-10-08 16:00"), Resolution::Daily);
  EXPECT_EQ(resolution("2013-10-07 09:00", "2013-10-07 10:00"), Resolution::Hour);
  EXPECT_EQ(resolution("2013-10-07 09:30", "2013-10-07 09:31"), Resolution::Minute);
  EXPECT_EQ(resolution("2013-10-07 09:30:00", "2013-10-07 09:30:01"), Resolution::Second);
}

TEST(CsvBarsTest, SaysHowItTookTimes) {
  const CsvBars minutes = ReadCsvBars(
      "Date,Time,Open,High,Low,Close,Vol\n2013-10-07,09:30,1,1,1,1,1\n2013-10-07,09:31,1,1,1,1,1\n",
      "spy.csv");
  EXPECT_EQ(minutes.resolution, Resolution::Minute);
  EXPECT_EQ(minutes.bars.Times()[1], DateTime(2013, 10, 7, 9, 31, 0));
  EXPECT_TRUE(HasNote(minutes, "read as Minute bars"));

  const CsvBars daily = ReadCsvBars(
      "date,open,high,low,close\n2013-10-07 00:00:00-04:00,1,1,1,1\n2013-10-08 16:00,1,1,1,1\n",
      "spy.csv");
  EXPECT_EQ(daily.bars.Times()[1], DateTime(2013, 10, 8));
  EXPECT_TRUE(HasNote(daily, "time of day is ignored"));
}

TEST(CsvBarsTest, KeepsSecondsOfTimes) {
  const CsvBars read = ReadCsvBars(
      "20131007 09:30:30,1,1,1,1\n20131007 09:31:30,1,1,1,1\n20131008 09:31:30,1,1,1,1\n",
      "spy.csv");
  EXPECT_EQ(read.resolution, Resolution::Minute);
  EXPECT_EQ(read.bars.Times()[0], DateTime(2013, 10, 7, 9, 30, 30));
  EXPECT_EQ(read.bars.Times()[2], DateTime(2013, 10, 8, 9, 31, 30));
}

TEST(CsvBarsTest, BarsOfOtherLengthsAreRefused) {
  EXPECT_NE(FailureOf("20131007 09:30,1,1,1,1\n20131007 09:35,1,1,1,1\n").text.find("00:05:00"),
            std::string::npos);
  EXPECT_NE(FailureOf("20131007,1,1,1,1\n20131014,1,1,1,1\n20131021,1,1,1,1\n").text.find("7."),
            std::string::npos);
}

TEST(CsvBarsTest, TellsOfPricesOutsideTheirRange) {
  const CsvBars read = ReadCsvBars("20131007,1,2,1,2\n20131008,3,2,1,2\n20131009,1,2,1,2.5\n", "x");
  EXPECT_TRUE(
      HasNote(read, "2 rows have an open or close outside low to high, the first in line 2"));
}

TEST(CsvBarsTest, DuplicateAndDescendingDatesAreErrors) {
  const std::string header = "date,open,high,low,close\n";
  const Failure twice = FailureOf(header + "2013-10-07,1,1,1,1\n2013-10-07,1,1,1,1\n");
  EXPECT_EQ(twice.line, 3U);
  EXPECT_NE(twice.text.find("stands in line 2 already"), std::string::npos) << twice.text;
  const Failure back = FailureOf(header + "\n2013-10-08,1,1,1,1\n2013-10-07,1,1,1,1\n");
  EXPECT_EQ(back.line, 4U);
  EXPECT_NE(back.text.find("earlier than the row before"), std::string::npos) << back.text;
}

TEST(CsvBarsTest, BadRowsAreNamedByLineAndColumn) {
  const std::string start = "date,open,high,low,close,volume\n2013-10-07,1,1,1,1,1\n";
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"2013-10-08,1,1,1", "4 columns; expected 6"},
      {"2013-10-08,1,1,1,1,1,234", "7 columns; expected 6"},
      {"10/08/2013,1,1,1,1,1", "column 1 holds '10/08/2013'; expected a date as yyyy-MM-dd"},
      {"2013-10-08 09:30Z,1,1,1,1,1", "without a zone"},
      {"2013-10-08 09:30:00.5,1,1,1,1,1", "whole seconds"},
      {"2013-10-08,abc,1,1,1,1", "column 2 holds 'abc'; expected a price"},
      {"2013-10-08,1,,1,1,1", "column 3 holds ''; expected a price"},
      {"2013-10-08,1,1,0,1,1", "column 4 holds '0'; expected a price"},
      {"2013-10-08,1,1,1,-1,1", "column 5 holds '-1'; expected a price"},
      {"2013-10-08,1,1,1,nan,1", "column 5 holds 'nan'"},
      {"2013-10-08,1,1,1,99999999999999999999,1", "column 5"},
      {"2013-10-08,1,1,1,1,-5", "column 6 holds '-5'; expected a volume"},
      {"2013-10-08,1,1,1,1,many", "column 6 holds 'many'"},
  };
  for (const auto& [row, expected] : rows) {
    const Failure failure = FailureOf(start + row + "\n");
    EXPECT_EQ(failure.line, 3U) << row;
    EXPECT_NE(failure.text.find(expected), std::string::npos) << failure.text;
  }
}

TEST(CsvBarsTest, BadHeadersAreNamed) {
  EXPECT_NE(FailureOf("date,open,low,close\n").text.find("lacks a column 'high'"),
            std::string::npos);
  EXPECT_NE(FailureOf("date;open;high;low;close\n").text.find("separated by commas"),
            std::string::npos);
  EXPECT_NE(FailureOf("date,open,high,low,close,Close\n").text.find("both 'close'"),
            std::string::npos);
  EXPECT_NE(FailureOf("20131007,1,1,1\n").text.find("no header and 4 columns"), std::string::npos);
  EXPECT_NE(FailureOf("PK\x03\x04").text.find("lacks a column"), std::string::npos);
}

TEST(CsvBarsTest, FilesThatAreNoTextAreErrors) {
  const std::string utf16(
      "\xFF\xFE"
      "d\0a\0t\0e\0",
      10);
  EXPECT_NE(FailureOf(utf16).text.find("save it as csv in UTF-8"), std::string::npos);
}

TEST(CsvBarsTest, FilesWithoutRowsAreErrors) {
  EXPECT_NE(FailureOf("").text.find("is empty"), std::string::npos);
  EXPECT_NE(FailureOf("\n \n").text.find("is empty"), std::string::npos);
  EXPECT_NE(FailureOf("date,open,high,low,close\n").text.find("no rows"), std::string::npos);
}

TEST(CsvBarsTest, ReadsFiles) {
  const regimen::tests::TempFolder folder;
  const auto file = folder.Write("spy.csv", "20131007,1,1,1,1,1\n");
  EXPECT_EQ(ReadCsvFile(file.string()).bars.Size(), 1U);
  EXPECT_THROW(ReadCsvFile((folder.Path() / "none.csv").string()), DataError);
}

}  // namespace
}  // namespace regimen::csv
