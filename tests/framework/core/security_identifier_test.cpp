#include "framework/core/security_identifier.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/core/market.hpp"

namespace regimen {
namespace {

// Expected texts are LEAN's own (spec/lean-data-and-loop.md 1.4, printed by its regression suite).
TEST(SecurityIdentifierTest, WritesLeansTextOfEquities) {
  const DateTime first(1998, 1, 2);
  EXPECT_EQ(SecurityIdentifier::GenerateEquity(first, "SPY", Market::USA).ToString(),
            "SPY R735QTJ8XC9X");
  EXPECT_EQ(SecurityIdentifier::GenerateEquity(first, "nb", "USA").ToString(), "NB R735QTJ8XC9X");
  EXPECT_EQ(SecurityIdentifier::GenerateEquity(DateTime(2014, 3, 27), "goocv", "usa").ToString(),
            "GOOCV VP83T1ZUHROL");
  EXPECT_EQ(SecurityIdentifier::GenerateEquity(DateTime(2004, 8, 19), "goog", "usa").ToString(),
            "GOOG T1AZ164W5VTX");
}

TEST(SecurityIdentifierTest, AnEquityWithoutMapFileHasNoDate) {
  const auto id =
      SecurityIdentifier::GenerateEquity(SecurityIdentifier::DefaultDate(), "xyz", Market::USA);
  EXPECT_EQ(id.ToString(), "XYZ 2T");
  EXPECT_EQ(id.Date(), DateTime(1899, 12, 30));
}

TEST(SecurityIdentifierTest, WritesLeansTextOfOtherKinds) {
  using Id = SecurityIdentifier;
  const std::vector<std::pair<Id, std::string>> expected = {
      {Id::GenerateForex("EURUSD", Market::Oanda), "EURUSD 8G"},
      {Id::GenerateForex("EURUSD", Market::FXCM), "EURUSD 5O"},
      {Id::GenerateCfd("XAUUSD", Market::Oanda), "XAUUSD 8I"},
      {Id::GenerateCrypto("BTCUSD", Market::Coinbase), "BTCUSD 2XR"},
      {Id::GenerateCrypto("BTCUSD", Market::Bitfinex), "BTCUSD E3"},
      {Id::GenerateCrypto("BTCUSDT", Market::Binance), "BTCUSDT 18N"},
      {Id::GenerateCryptoFuture("BTCUSDT", Market::Binance), "BTCUSDT 18R"},
      {Id::GenerateIndex("SPX", Market::USA), "SPX 31"},
  };
  for (const auto& [id, text] : expected) EXPECT_EQ(id.ToString(), text);
}

TEST(SecurityIdentifierTest, ReadsBackWhatItWrites) {
  const auto id = SecurityIdentifier::Parse("NWSA T3MO1488O0H1");
  EXPECT_EQ(id.Symbol(), "NWSA");
  EXPECT_EQ(id.Market(), "usa");
  EXPECT_EQ(id.SecurityType(), SecurityType::Equity);
  EXPECT_EQ(id.ToString(), "NWSA T3MO1488O0H1");

  const auto forex = SecurityIdentifier::Parse("EURUSD 8G");
  EXPECT_EQ(forex.Market(), "oanda");
  EXPECT_EQ(forex.SecurityType(), SecurityType::Forex);
}

TEST(SecurityIdentifierTest, KeepsTheFirstDate) {
  EXPECT_EQ(SecurityIdentifier::Parse("SPY R735QTJ8XC9X").Date(), DateTime(1998, 1, 2));
  EXPECT_EQ(SecurityIdentifier::Parse("GOOCV VP83T1ZUHROL").Date(), DateTime(2014, 3, 27));
}

TEST(SecurityIdentifierTest, EqualTextMeansEqualIdentifier) {
  const auto spy = SecurityIdentifier::GenerateEquity(DateTime(1998, 1, 2), "spy", "usa");
  EXPECT_EQ(spy, SecurityIdentifier::Parse("SPY R735QTJ8XC9X"));
  EXPECT_EQ(spy.Hash(), SecurityIdentifier::Parse("SPY R735QTJ8XC9X").Hash());
  EXPECT_NE(spy, SecurityIdentifier::Parse("SPY 2T"));
  EXPECT_NE(spy, SecurityIdentifier::Parse("IBM R735QTJ8XC9X"));
}

TEST(SecurityIdentifierTest, TheDefaultNamesNoSecurity) {
  EXPECT_TRUE(SecurityIdentifier().IsEmpty());
  EXPECT_FALSE(SecurityIdentifier::Parse("XYZ 2T").IsEmpty());
}

TEST(SecurityIdentifierTest, RefusesWhatIsNoIdentifier) {
  const std::vector<std::string> texts = {
      "",
      "SPY",
      " R735QTJ8XC9X",
      "SPY ",
      "SPY r735qtj8xc9x",
      "SPY R735-TJ8XC9X",
      "SPY ZZZZZZZZZZZZZZ",                   // beyond 64 bits
      "SPY 2D",                               // 85: no such security type
      "SPY DW1",                              // 18001: market code 180
      "AAPL XLFG6Z9WOPYE|AAPL R735QTJ8XC9X",  // option
      "AAPL 2T X",
  };
  for (const auto& text : texts) {
    EXPECT_THROW(SecurityIdentifier::Parse(text), ArgumentError) << text;
    EXPECT_FALSE(SecurityIdentifier::TryParse(text).has_value()) << text;
  }
}

TEST(SecurityIdentifierTest, ErrorsNameTheText) {
  try {
    SecurityIdentifier::Parse("SPY!");
    FAIL() << "expected an error";
  } catch (const ArgumentError& error) {
    EXPECT_NE(std::string(error.what()).find("'SPY!'"), std::string::npos) << error.what();
  }
}

TEST(SecurityIdentifierTest, RefusesUnknownMarketsTickersAndDates) {
  const DateTime date(1998, 1, 2);
  EXPECT_THROW(SecurityIdentifier::GenerateEquity(date, "SPY", "mars"), ArgumentError);
  EXPECT_THROW(SecurityIdentifier::GenerateEquity(date, "", "usa"), ArgumentError);
  EXPECT_THROW(SecurityIdentifier::GenerateEquity(date, "S PY", "usa"), ArgumentError);
  EXPECT_THROW(SecurityIdentifier::GenerateEquity(date, "S|PY", "usa"), ArgumentError);
  EXPECT_THROW(SecurityIdentifier::GenerateEquity(DateTime(1899, 12, 29), "SPY", "usa"),
               ArgumentError);
  EXPECT_THROW(SecurityIdentifier::GenerateEquity(DateTime(2173, 10, 14), "SPY", "usa"),
               ArgumentError);
  EXPECT_NO_THROW(SecurityIdentifier::GenerateEquity(DateTime(2173, 10, 13), "SPY", "usa"));
}

TEST(MarketTest, NamesAndCodesGoBothWays) {
  EXPECT_EQ(Market::Encode("usa"), 1);
  EXPECT_EQ(Market::Encode("Coinbase"), 38);
  EXPECT_EQ(Market::Encode(""), 0);
  EXPECT_EQ(Market::Encode("mars"), std::nullopt);
  EXPECT_EQ(Market::Decode(3), "oanda");
  EXPECT_EQ(Market::Decode(27), std::nullopt);
}

}  // namespace
}  // namespace regimen
