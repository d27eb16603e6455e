#include "data/lean/tick_decoder.hpp"

#include <string>

#include <gtest/gtest.h>

#include "data/lean/zip_reader.hpp"
#include "framework/core/error.hpp"
#include "tests/support/exam.hpp"

namespace regimen::lean {
namespace {

RowFormat EquityDay() { return {RowTime::MillisecondsOfDay, DateTime(2013, 10, 7), 4}; }
RowFormat PlainDay() { return {RowTime::MillisecondsOfDay, DateTime(2018, 4, 4), 0}; }

TickColumns Trades(const std::string& text) {
  return DecodeTradeTicks(text, EquityDay(), "ibm.zip");
}
TickColumns Quotes(const std::string& text) {
  return DecodeQuoteTicks(text, EquityDay(), "ibm.zip");
}

// The text of the DataError that decoding ends with, and its line; line 0: no error.
struct Failure {
  std::size_t line = 0;
  std::string text = "no error";
};

template <class Decode>
Failure FailureOf(Decode decode) {
  try {
    decode();
  } catch (const DataError& error) {
    EXPECT_EQ(error.File(), "ibm.zip");
    return {error.Line(), error.what()};
  }
  return {};
}
Failure TradeFailure(const std::string& text) {
  return FailureOf([&] { Trades(text); });
}
Failure QuoteFailure(const std::string& text) {
  return FailureOf([&] { Quotes(text); });
}

// The row of the specification's worked sample (lean-data-and-loop.md 1.1).
TEST(TickDecoderTest, ReadsTrades) {
  const TickColumns ticks = Trades(
      "14400464,1674100,100,P,20002000,0\r\n"
      "57647795,1787200,262948,N,80,0");
  ASSERT_EQ(ticks.Size(), 2U);
  EXPECT_EQ(ticks.TickType(), TickType::Trade);
  EXPECT_EQ(ticks.Times()[0], DateTime(2013, 10, 7, 4, 0, 0) + TimeSpan::FromMilliseconds(464));
  EXPECT_EQ(ticks.Price()[0].ToString(), "167.41");
  EXPECT_EQ(ticks.Quantity()[0].ToString(), "100");
  EXPECT_EQ(ticks.Conditions(0).ExchangeCode(), "P");
  EXPECT_EQ(ticks.Conditions(0).SaleCondition(), "20002000");
  EXPECT_EQ(ticks.Conditions(0).Flags(), 0x20002000U);
  EXPECT_FALSE(ticks.Conditions(0).Suspicious());
  EXPECT_EQ(ticks.Price()[1].ToString(), "178.72");
  EXPECT_EQ(ticks.Conditions(1).ExchangeCode(), "N");
}

TEST(TickDecoderTest, ReadsQuotesOfOneSideOrBoth) {
  const TickColumns ticks = Quotes(
      "14400640,1800100,200,0,0,P,1,0\n"
      "14400640,0,0,1826200,100,P,1,1\n"
      "14400641,1800100,200,1826200,100,Q,800,0\n");
  ASSERT_EQ(ticks.Size(), 3U);
  EXPECT_EQ(ticks.TickType(), TickType::Quote);
  EXPECT_EQ(ticks.BidPrice()[0].ToString(), "180.01");
  EXPECT_EQ(ticks.BidSize()[0].ToString(), "200");
  EXPECT_EQ(ticks.AskPrice()[0].ToString(), "0");
  EXPECT_EQ(ticks.BidPrice()[1].ToString(), "0");
  EXPECT_EQ(ticks.AskPrice()[1].ToString(), "182.62");
  EXPECT_EQ(ticks.AskSize()[1].ToString(), "100");
  EXPECT_FALSE(ticks.Conditions(0).Suspicious());
  EXPECT_TRUE(ticks.Conditions(1).Suspicious());
  EXPECT_EQ(ticks.Conditions(2).ExchangeCode(), "Q");
}

// .NET divides 1674100 by 10000 and keeps no more digits than the quotient has.
TEST(TickDecoderTest, PricesHaveTheDecimalsOfAQuotient) {
  const TickColumns ticks =
      Trades("0,1674100,1\n0,1674000,1\n0,1670000,1\n0,1674123,1\n0,5,1\n0,-1674100,1\n");
  EXPECT_EQ(ticks.Price()[0].ToString(), "167.41");
  EXPECT_EQ(ticks.Price()[1].ToString(), "167.4");
  EXPECT_EQ(ticks.Price()[2].ToString(), "167");
  EXPECT_EQ(ticks.Price()[3].ToString(), "167.4123");
  EXPECT_EQ(ticks.Price()[4].ToString(), "0.0005");
  EXPECT_EQ(ticks.Price()[5].ToString(), "-167.41");
  EXPECT_EQ(Trades("0,15000.50,1").Price()[0].ToString(), "1.50005");
}

TEST(TickDecoderTest, PricesThatAreNotScaledKeepTheirDigits) {
  const TickColumns ticks =
      DecodeTradeTicks("43.142,6834.90,0.029768000000000003", PlainDay(), "btcusd.zip");
  EXPECT_EQ(ticks.Price()[0].ToString(), "6834.90");
  EXPECT_EQ(ticks.Quantity()[0].ToString(), "0.029768000000000003");
}

TEST(TickDecoderTest, TheLastColumnsMayBeMissing) {
  const TickColumns ticks = Trades("0,10000,1\n0,10000,1,N\n0,10000,1,N,40\n0,10000,1,,,1\n");
  ASSERT_EQ(ticks.Size(), 4U);
  EXPECT_EQ(&ticks.Conditions(0), &TickConditions::None());
  EXPECT_EQ(ticks.Conditions(1).ExchangeCode(), "N");
  EXPECT_EQ(ticks.Conditions(1).SaleCondition(), "");
  EXPECT_EQ(ticks.Conditions(2).Flags(), 0x40U);
  EXPECT_TRUE(ticks.Conditions(3).Suspicious());
  EXPECT_EQ(Quotes("0,10000,1,10001,1").Size(), 1U);
}

TEST(TickDecoderTest, ColumnsBeyondTheLastAreIgnored) {
  const TickColumns ticks = Trades("0,10000,1,N,40,0,more,text\n1,10000,1,N,40,0,other\n");
  ASSERT_EQ(ticks.Size(), 2U);
  EXPECT_EQ(&ticks.Conditions(0), &ticks.Conditions(1));
}

// Convert.ToInt64(10000 * milliseconds): 100 ns, half to even.
TEST(TickDecoderTest, FractionsOfAMillisecondAreRoundedTo100Nanoseconds) {
  const TickColumns ticks = Trades(
      "0,1,1\n43.142,1,1\n43.1425,1,1\n43.14255,1,1\n43.14265,1,1\n43.142651,1,1\n44,1,1\n"
      "44.99995,1,1\n");
  const auto parts = [&](std::size_t row) {
    return (ticks.Times()[row] - DateTime(2013, 10, 7)).Ticks();
  };
  EXPECT_EQ(parts(0), 0);
  EXPECT_EQ(parts(1), 431'420);
  EXPECT_EQ(parts(2), 431'425);
  EXPECT_EQ(parts(3), 431'426);
  EXPECT_EQ(parts(4), 431'426);
  EXPECT_EQ(parts(5), 431'427);
  EXPECT_EQ(parts(6), 440'000);
  EXPECT_EQ(parts(7), 450'000);
}

TEST(TickDecoderTest, BlankLinesAndEmptyTextHaveNoRows) {
  EXPECT_EQ(Trades("").Size(), 0U);
  EXPECT_EQ(Quotes("\n\r\n\n").Size(), 0U);
  EXPECT_EQ(Trades("\n1,1,1,N,1,0\n\n2,1,1\n\n").Size(), 2U);
}

TEST(TickDecoderTest, EqualTimesAreRowsAndDescendingTimesAreAnError) {
  EXPECT_EQ(Trades("5,1,1\n5,1,1").Size(), 2U);
  EXPECT_EQ(TradeFailure("5,1,1\n6,1,1\n4,1,1\n").line, 3U);
  EXPECT_EQ(TradeFailure("5.2,1,1\n5.1,1,1\n").line, 2U);
  const Failure failure = QuoteFailure("5,1,1,1,1\n4,1,1,1,1\n");
  EXPECT_EQ(failure.line, 2U);
  EXPECT_NE(failure.text.find("earlier"), std::string::npos) << failure.text;
}

TEST(TickDecoderTest, TooFewColumnsAreNamedByLine) {
  EXPECT_EQ(TradeFailure("5,1,1\n6,1\n7,1,1").line, 2U);
  EXPECT_EQ(TradeFailure("5").line, 1U);
  const Failure failure = QuoteFailure("5,1,1,1,1\n6,1,1,1");
  EXPECT_EQ(failure.line, 2U);
  EXPECT_NE(failure.text.find("4 columns; expected"), std::string::npos) << failure.text;
}

TEST(TickDecoderTest, TextInANumberIsNamedByLineAndColumn) {
  for (const std::string field : {"abc", "1x", "1e5", "--1", ".", "\xff"}) {
    const Failure price = TradeFailure("5,1,1\n\n6," + field + ",1,N,1,0\n");
    EXPECT_EQ(price.line, 3U) << field;
    EXPECT_NE(price.text.find("column 2 holds '" + field), std::string::npos) << price.text;
    EXPECT_EQ(TradeFailure("6,1," + field + ",N,1,0\n").line, 1U) << field;
    const Failure doubt = TradeFailure("5,1,1,N,1,0\n6,1,1,N,1," + field + "\n");
    EXPECT_EQ(doubt.line, 2U) << field;
    EXPECT_NE(doubt.text.find("column 6 holds '" + field), std::string::npos) << doubt.text;
    const Failure ask = QuoteFailure("6,1,1," + field + ",1,N,1,0\n");
    EXPECT_EQ(ask.line, 1U) << field;
    EXPECT_NE(ask.text.find("column 4 holds '" + field), std::string::npos) << ask.text;
  }
}

TEST(TickDecoderTest, TimesThatAreNoneAreErrors) {
  for (const std::string time : {"", "86400000", "-1", "x", "1.x", "1.2.3", ".5", "1 2",
                                 "99999999999999999999", "1.0000000000000000000"}) {
    EXPECT_EQ(TradeFailure(time + ",1,1,N,1,0").line, 1U) << time;
  }
  EXPECT_EQ(TradeFailure("86399999.9,1,1").line, 0U);
}

TEST(TickDecoderTest, ReadsLeansOwnFiles) {
  const auto data = regimen::tests::LeanDataDir();
  if (!data) GTEST_SKIP() << "LEAN's data folder is absent (REGIMEN_LEAN_DATA)";
  const auto text = [&](const char* kind) {
    const auto file = *data / "equity/usa/tick/ibm" / ("20131008_" + std::string(kind) + ".zip");
    return std::string(*ZipReader::ForThisThread().ReadFirstEntry(file.string()));
  };
  const TickColumns trades = Trades(text("trade"));
  ASSERT_EQ(trades.Size(), 33381U);
  EXPECT_EQ(trades.Price()[0].ToString(), "182.1");
  EXPECT_EQ(trades.Quantity()[0].ToString(), "300");
  const TickColumns quotes = Quotes(text("quote"));
  ASSERT_EQ(quotes.Size(), 125750U);
  EXPECT_TRUE(quotes.BidSize().HasOneScale());
  std::size_t suspicious = 0;
  for (std::size_t row = 0; row < quotes.Size(); ++row) {
    suspicious += quotes.Conditions(row).Suspicious() ? 1U : 0U;
  }
  EXPECT_EQ(suspicious, 1U);
}

}  // namespace
}  // namespace regimen::lean
