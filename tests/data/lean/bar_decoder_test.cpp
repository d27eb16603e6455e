#include "data/lean/bar_decoder.hpp"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "data/lean/zip_reader.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/error.hpp"
#include "tests/support/exam.hpp"

namespace regimen::lean {
namespace {

RowFormat EquityDay() { return {RowTime::MillisecondsOfDay, DateTime(2013, 10, 7), 4}; }
RowFormat EquityHistory() { return {RowTime::DateAndMinute, {}, 4}; }
RowFormat PlainDay() { return {RowTime::MillisecondsOfDay, DateTime(2014, 5, 1), 0}; }

// The text of the DataError that decoding ends with, and its line.
struct Failure {
  std::size_t line = 0;
  std::string text = "no error";
};

Failure FailureOf(const std::string& text, const RowFormat& format) {
  try {
    DecodeTradeBars(text, format, "spy.zip");
  } catch (const DataError& error) {
    EXPECT_EQ(error.File(), "spy.zip");
    return {error.Line(), error.what()};
  }
  return {};
}

// The rows of the specification's worked sample (lean-data-and-loop.md 1.1).
TEST(BarDecoderTest, ReadsMinuteTradesInTenThousandths) {
  const auto bars = DecodeTradeBars(
      "14400000,1674100,1674100,1672500,1672700,3197\n"
      "34200000,1674300,1675200,1674100,1674400,816453",
      EquityDay(), "spy.zip");
  ASSERT_EQ(bars.Size(), 2U);
  EXPECT_EQ(bars.Times()[0], DateTime(2013, 10, 7, 4, 0, 0));
  EXPECT_EQ(bars.Times()[1], DateTime(2013, 10, 7, 9, 30, 0));
  EXPECT_EQ(bars.Open()[1].ToString(), "167.4300");
  EXPECT_EQ(bars.High()[1].ToString(), "167.5200");
  EXPECT_EQ(bars.Low()[1].ToString(), "167.4100");
  EXPECT_EQ(bars.Close()[1].ToString(), "167.4400");
  EXPECT_EQ(bars.Volume()[1].ToString(), "816453");
}

TEST(BarDecoderTest, ReadsHourAndDailyTrades) {
  const auto bars = DecodeTradeBars(
      "20131007 09:00,1674300,1684500,1672500,1674200,81489219\r\n"
      "20131008 00:00,1674300,1684500,1672500,1674200,1\r\n",
      EquityHistory(), "spy.zip");
  ASSERT_EQ(bars.Size(), 2U);
  EXPECT_EQ(bars.Times()[0], DateTime(2013, 10, 7, 9, 0, 0));
  EXPECT_EQ(bars.Times()[1], DateTime(2013, 10, 8));
  EXPECT_EQ(bars.Volume()[0].ToString(), "81489219");
}

TEST(BarDecoderTest, ReadsBothSidesOfQuotes) {
  const auto bars = DecodeQuoteBars(
      "34200000,1674100,1675200,1674100,1674400,4400,1674100,1675300,1674100,1674500,1400",
      EquityDay(), "spy.zip");
  ASSERT_EQ(bars.Size(), 1U);
  EXPECT_TRUE(bars.Bid().Has(0));
  EXPECT_TRUE(bars.Ask().Has(0));
  EXPECT_EQ(bars.Bid().Open()[0].ToString(), "167.4100");
  EXPECT_EQ(bars.Bid().Close()[0].ToString(), "167.4400");
  EXPECT_EQ(bars.Bid().LastSize()[0].ToString(), "4400");
  EXPECT_EQ(bars.Ask().High()[0].ToString(), "167.5300");
  EXPECT_EQ(bars.Ask().Close()[0].ToString(), "167.4500");
  EXPECT_EQ(bars.Ask().LastSize()[0].ToString(), "1400");
}

TEST(BarDecoderTest, ASideWithoutPricesIsAbsent) {
  const auto bars = DecodeQuoteBars(
      "0,,,,,,1674100,1675300,1674100,1674500,1400\n"
      "60000,1674100,1675300,1674100,1674500,1400,0,0,0,0,0\n"
      "120000,1674100,0,0,0,0,0,0,0,5,0",
      EquityDay(), "spy.zip");
  EXPECT_FALSE(bars.Bid().Has(0));
  EXPECT_TRUE(bars.Ask().Has(0));
  EXPECT_TRUE(bars.Bid().Has(1));
  EXPECT_FALSE(bars.Ask().Has(1));
  EXPECT_TRUE(bars.Bid().Has(2));
  EXPECT_TRUE(bars.Ask().Has(2));
}

// Rows of eurusd, oanda, 2014-05-01: the digits written are the digits kept.
TEST(BarDecoderTest, KeepsTheScaleOfPlainDecimals) {
  const auto bars = DecodeQuoteBars(
      "0,1.38676,1.38686,1.38669,1.38686,0,1.38686,1.38697,1.38680,1.38697,0\n"
      "60000,1.3868,1.4,1.38669,2,0.029768000000000003,1.38686,1.38697,1.38680,1.38697,0",
      PlainDay(), "eurusd.zip");
  EXPECT_EQ(bars.Ask().Low()[0].ToString(), "1.38680");
  EXPECT_TRUE(bars.Ask().Low().HasOneScale());
  EXPECT_EQ(bars.Bid().Open()[0].ToString(), "1.38676");
  EXPECT_EQ(bars.Bid().Open()[1].ToString(), "1.3868");
  EXPECT_FALSE(bars.Bid().Open().HasOneScale());
  EXPECT_EQ(bars.Bid().Close()[1].ToString(), "2");
  EXPECT_EQ(bars.Bid().LastSize()[1].ToString(), "0.029768000000000003");
}

TEST(BarDecoderTest, AcceptsLeansNumberSyntax) {
  const auto bars = DecodeTradeBars(
      " 0, 12, -7,,1.,.5,ignored,columns\n"
      "1,000000000000000000000012,0.000000000000000000000001,9223372036854775807,1,-0.5",
      PlainDay(), "x.zip");
  ASSERT_EQ(bars.Size(), 2U);
  EXPECT_EQ(bars.Open()[0].ToString(), "12");
  EXPECT_EQ(bars.High()[0].ToString(), "-7");
  EXPECT_EQ(bars.Low()[0].ToString(), "0");
  EXPECT_EQ(bars.Close()[0].ToString(), "1");
  EXPECT_EQ(bars.Volume()[0].ToString(), "0.5");
  EXPECT_EQ(bars.Open()[1].ToString(), "12");
  EXPECT_EQ(bars.High()[1].ToString(), "0.000000000000000000000001");
  EXPECT_EQ(bars.Low()[1].ToString(), "9223372036854775807");
  EXPECT_EQ(bars.Volume()[1].ToString(), "-0.5");
}

TEST(BarDecoderTest, BlankLinesAndEmptyTextHaveNoRows) {
  EXPECT_EQ(DecodeTradeBars("", EquityDay(), "x.zip").Size(), 0U);
  EXPECT_EQ(DecodeTradeBars("\n\r\n\n", EquityDay(), "x.zip").Size(), 0U);
  EXPECT_EQ(DecodeTradeBars("\n1,1,1,1,1,1\n\n2,1,1,1,1,1\n\n", EquityDay(), "x.zip").Size(), 2U);
}

TEST(BarDecoderTest, EqualTimesAreRowsAndDescendingTimesAreAnError) {
  EXPECT_EQ(DecodeTradeBars("5,1,1,1,1,1\n5,1,1,1,1,1", EquityDay(), "x.zip").Size(), 2U);
  const Failure failure = FailureOf("5,1,1,1,1,1\n6,1,1,1,1,1\n4,1,1,1,1,1\n", EquityDay());
  EXPECT_EQ(failure.line, 3U);
  EXPECT_NE(failure.text.find("earlier"), std::string::npos) << failure.text;
}

// The number of line feeds bounds the number of rows, and with it the memory taken.
TEST(BarDecoderTest, ACarriageReturnAloneEndsNoRow) {
  EXPECT_EQ(FailureOf("5,1,1,1,1,1\r6,1,1,1,1,1\r7,1,1,1,1,1", EquityDay()).line, 1U);
  EXPECT_EQ(FailureOf("5,1,1,1,1,11\r\r\r6,1,1,1,1,1", EquityDay()).line, 1U);
  EXPECT_EQ(
      DecodeTradeBars("\r5,1,1,1,1,1,extra\rcolumn\n6,1,1,1,1,1\r", EquityDay(), "x.zip").Size(),
      2U);
}

TEST(BarDecoderTest, TooFewColumnsAreNamedByLine) {
  const Failure failure = FailureOf("5,1,1,1,1,1\n6,1,1,1\n7,1,1,1,1,1", EquityDay());
  EXPECT_EQ(failure.line, 2U);
  EXPECT_NE(failure.text.find("4 columns; expected 6"), std::string::npos) << failure.text;
  EXPECT_EQ(FailureOf("5,1,1,1,1,1\n6,1,1,1,1", EquityDay()).line, 2U);
  EXPECT_EQ(FailureOf("5", EquityDay()).line, 1U);
}

TEST(BarDecoderTest, TextInANumberIsNamedByLineAndColumn) {
  for (const std::string field : {"abc", "1x", "1-", "--1", "1.2.3", "1e5", ".", "-", "+1", "1 2",
                                  "\"1\"", "0x10", "1'000", "\xff"}) {
    const Failure failure =
        FailureOf("5,1,1,1,1,1\n\n6,1,1," + field + ",1,1\n7,1,1,1,1,1", EquityDay());
    EXPECT_EQ(failure.line, 3U) << field;
    EXPECT_NE(failure.text.find("column 4 holds '" + field), std::string::npos) << failure.text;
  }
}

TEST(BarDecoderTest, NumbersThatDoNotFitAreErrors) {
  for (const std::string field :
       {"9223372036854775808", "99999999999999999999999", "1.9999999999999999999",
        "0.0000000000000000000000001", "100000000000000000000"}) {
    EXPECT_EQ(FailureOf("5," + field + ",1,1,1,1", PlainDay()).line, 1U) << field;
  }
}

TEST(BarDecoderTest, TimesThatAreNoneAreErrors) {
  for (const std::string time : {"", "86400000", "-1", "1.5", "x", "99999999999999999999"}) {
    EXPECT_EQ(FailureOf(time + ",1,1,1,1,1", EquityDay()).line, 1U) << time;
  }
  for (const std::string time :
       {"", "20131007", "20131007 0:00", "20131301 00:00", "20130230 00:00", "20130229 00:00",
        "20131007 24:00", "20131007 00:60", "20131007T00:00", "2013-10-07 00:00", "00000101 00:00",
        "40010101 00:00", "20131007 00:00x", "20131007 00:000", "2013"}) {
    EXPECT_EQ(FailureOf(time + ",1,1,1,1,1", EquityHistory()).line, 1U) << time;
  }
  EXPECT_EQ(FailureOf("20120229 00:00,1,1,1,1,1", EquityHistory()).line, 0U);
}

TEST(BarDecoderTest, DatesAreThoseOfTheCalendar) {
  std::string text;
  std::vector<DateTime> expected;
  for (const int year : {1, 4, 100, 400, 1899, 1900, 1999, 2000, 2024, 2100, 4000}) {
    for (const int month : {1, 2, 3, 12}) {
      const std::string y = std::to_string(year);
      const std::string m = std::to_string(month);
      text += std::string(4 - y.size(), '0') + y + std::string(2 - m.size(), '0') + m +
              "28 23:59,1,1,1,1,1\n";
      expected.emplace_back(year, month, 28, 23, 59, 0);
    }
  }
  const auto bars = DecodeTradeBars(text, EquityHistory(), "x.zip");
  ASSERT_EQ(bars.Size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(bars.Times()[i], expected[i]) << i;
}

TEST(BarDecoderTest, FindsTheFirstRowFromATime) {
  const auto bars =
      DecodeTradeBars("10,1,1,1,1,1\n20,1,1,1,1,1\n20,1,1,1,1,1\n", EquityDay(), "x.zip");
  const DateTime midnight(2013, 10, 7);
  const auto first_from = [&](int milliseconds) {
    return bars.Times().FirstRowFrom(midnight + TimeSpan::FromMilliseconds(milliseconds));
  };
  EXPECT_EQ(first_from(0), 0U);
  EXPECT_EQ(first_from(10), 0U);
  EXPECT_EQ(first_from(11), 1U);
  EXPECT_EQ(first_from(20), 1U);
  EXPECT_EQ(first_from(21), 3U);
}

// Numbers printed by the standard library, in all the lengths that take different paths.
TEST(BarDecoderTest, RandomNumbersComeBack) {
  std::mt19937_64 random(20131007);
  std::string text;
  std::vector<std::string> expected;
  for (int row = 0; row < 2000; ++row) {
    text += std::to_string(row);
    for (int column = 0; column < 5; ++column) {
      const std::uint64_t number = random() >> (random() % 62 + 2);
      std::string field = std::to_string(number);
      const std::size_t decimals = random() % 6;
      if (random() % 2 == 0 && decimals > 0 && field.size() > decimals) {
        field.insert(field.size() - decimals, ".");
      }
      if (random() % 5 == 0 && number != 0) field.insert(0, "-");
      text += "," + field;
      expected.push_back(field);
    }
    text += row % 3 == 0 ? "\r\n" : "\n";
  }
  const auto bars = DecodeTradeBars(text, PlainDay(), "x.zip");
  ASSERT_EQ(bars.Size(), 2000U);
  const DecimalColumn* const columns[] = {&bars.Open(), &bars.High(), &bars.Low(), &bars.Close(),
                                          &bars.Volume()};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    ASSERT_EQ((*columns[i % 5])[i / 5].ToString(), expected[i]) << i;
  }
}

TEST(BarDecoderTest, ReadsLeansOwnFiles) {
  const auto data = regimen::tests::LeanDataDir();
  if (!data) GTEST_SKIP() << "LEAN's data folder is absent (REGIMEN_LEAN_DATA)";
  const auto minutes =
      DecodeTradeBars(*ZipReader::ForThisThread().ReadFirstEntry(
                          (*data / "equity/usa/minute/spy/20131007_trade.zip").string()),
                      EquityDay(), "20131007_trade.zip");
  ASSERT_EQ(minutes.Size(), 828U);  // 827 line feeds, none at the end
  EXPECT_EQ(minutes.Times()[260], DateTime(2013, 10, 7, 9, 30, 0));
  EXPECT_EQ(minutes.Volume()[260].ToString(), "816453");
  EXPECT_EQ(minutes.Times()[649], DateTime(2013, 10, 7, 15, 59, 0));
  EXPECT_EQ(minutes.Close()[649].ToString(), "167.4200");
}

}  // namespace
}  // namespace regimen::lean
