#include "data/lean/symbol_properties_reader.hpp"

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/securities/symbol_properties_database.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::lean {
namespace {

constexpr char kHeader[] =
    "market,symbol,type,description,quote_currency,contract_multiplier,minimum_price_variation,"
    "lot_size,market_ticker,minimum_order_size,price_magnifier,strike_multiplier\n";

class SymbolPropertiesReaderTest : public ::testing::Test {
 protected:
  std::string Write(const std::string& rows) {
    return folder_.Write("properties.csv", kHeader + rows).string();
  }
  SymbolPropertiesDatabase Database(const std::string& rows) {
    return SymbolPropertiesDatabase(std::make_unique<SymbolPropertiesReader>(Write(rows)));
  }
  void ExpectRowError(const std::string& row, const std::string& what) {
    SymbolPropertiesReader reader(Write("\n# note\n" + row));
    try {
      reader.Find({"usa", "X", SecurityType::Equity});
      FAIL() << row;
    } catch (const DataError& error) {
      EXPECT_EQ(error.Line(), 4U) << error.what();
      EXPECT_NE(std::string(error.what()).find(what), std::string::npos) << error.what();
    }
  }

  tests::TempFolder folder_;
};

TEST_F(SymbolPropertiesReaderTest, ReadsAllColumns) {
  SymbolPropertiesReader reader(
      Write("coinbase,BTCUSD,crypto,Bitcoin-US Dollar,USD,1,0.01,0.00000001,BTC-USD,0.0001,100,"
            "10\r\n"));
  const auto row = reader.Find({"Coinbase", "btcusd", SecurityType::Crypto});
  ASSERT_TRUE(row);
  EXPECT_EQ(row->Description(), "Bitcoin-US Dollar");
  EXPECT_EQ(row->QuoteCurrency(), "USD");
  EXPECT_EQ(row->ContractMultiplier(), 1);
  EXPECT_EQ(row->MinimumPriceVariation().ToString(), "0.01");
  EXPECT_EQ(row->LotSize().ToString(), "0.00000001");
  EXPECT_EQ(row->MarketTicker(), "BTC-USD");
  EXPECT_EQ(row->MinimumOrderSize()->ToString(), "0.0001");
  EXPECT_EQ(row->PriceMagnifier(), 100);
  EXPECT_EQ(row->StrikeMultiplier(), 10);
}

TEST_F(SymbolPropertiesReaderTest, FillsMissingColumns) {
  SymbolPropertiesReader reader(Write("usa,[*],equity,,USD,1,5e-05,1\n\n#,,\n"));
  const auto row = reader.Find({"usa", "", SecurityType::Equity});
  ASSERT_TRUE(row);
  EXPECT_EQ(row->MinimumPriceVariation().ToString(), "0.00005");
  EXPECT_EQ(row->MarketTicker(), "");
  EXPECT_FALSE(row->MinimumOrderSize());
  EXPECT_EQ(row->PriceMagnifier(), 1);
  EXPECT_EQ(row->StrikeMultiplier(), 1);
}

TEST_F(SymbolPropertiesReaderTest, FallsBackToTheWildcardAndToTheDefault) {
  SymbolPropertiesDatabase database =
      Database("usa,[*],equity,all,USD,1,0.01,1\nusa,SPY,equity,one,USD,1,0.05,1\n");
  const auto description = [&](const char* market, const char* ticker) {
    return database.GetSymbolProperties(market, ticker, SecurityType::Equity, "eur")->Description();
  };
  EXPECT_EQ(description("usa", "SPY"), "one");
  EXPECT_EQ(description("usa", "IBM"), "all");
  const auto other = database.GetSymbolProperties("ftse", "X", SecurityType::Equity, "eur");
  EXPECT_EQ(other->QuoteCurrency(), "EUR");
  EXPECT_EQ(other->MinimumPriceVariation().ToString(), "0.01");
  EXPECT_EQ(other->LotSize(), 1);
  EXPECT_TRUE(database.ContainsKey("usa", "SPY", SecurityType::Equity));
  EXPECT_FALSE(database.ContainsKey("usa", "IBM", SecurityType::Equity));
}

TEST_F(SymbolPropertiesReaderTest, KnowsTheFirstMarketOfATicker) {
  SymbolPropertiesDatabase database =
      Database("oanda,EURUSD,forex,,USD,1,1,1\nfxcm,EURUSD,forex,,USD,1,1,1000\n");
  EXPECT_EQ(database.TryGetMarket("EURUSD", SecurityType::Forex), "oanda");
  EXPECT_FALSE(database.TryGetMarket("EURUSD", SecurityType::Cfd));
}

TEST_F(SymbolPropertiesReaderTest, TakesEntriesOfTheUser) {
  SymbolPropertiesDatabase database = Database("");
  database.SetEntry("usa", "X", SecurityType::Base, SymbolProperties::GetDefault("jpy"));
  EXPECT_EQ(database.GetSymbolProperties("usa", "x", SecurityType::Base, "USD")->QuoteCurrency(),
            "JPY");
}

TEST_F(SymbolPropertiesReaderTest, SaysWhatIsWrongWithARow) {
  ExpectRowError("usa,X,equity,,USD,1,0.01", "expected 8");
  ExpectRowError("usa,X,equity,,USD,one,0.01,1", "'one'");
  ExpectRowError("usa,X,equity,,USD,1,,1", "column 7");
  ExpectRowError("usa,X,equity,,USD,1,0.01,0", "lot size");
  ExpectRowError("usa,X,equity,,USD,1,0.01,1,,few", "'few'");
  ExpectRowError("usa,X,equity,,USD,1,0.01,1,,,-1", "price magnifier");
}

TEST_F(SymbolPropertiesReaderTest, SaysWhatIsWrongWithTheFile) {
  try {
    SymbolPropertiesReader reader(
        Write("usa,X,equity,,USD,1,1,1\nusa,Y,equity,,USD,1,1,1\nUSA,x,Equity,,USD,1,1,1\n"));
    FAIL();
  } catch (const DataError& error) {
    EXPECT_EQ(error.Line(), 4U);
    EXPECT_NE(std::string(error.what()).find("of line 2"), std::string::npos) << error.what();
  }
  EXPECT_THROW(SymbolPropertiesReader(Write("usa,X\n")), DataError);
  EXPECT_THROW(SymbolPropertiesReader("/nowhere/properties.csv"), DataError);
}

TEST(LeanSymbolPropertiesTest, KnowsLeansRows) {
  const auto folder = tests::LeanDataDir();
  if (!folder) GTEST_SKIP() << "LEAN's data are not here (REGIMEN_LEAN_DATA)";
  SymbolPropertiesDatabase database(
      std::make_unique<SymbolPropertiesReader>((*folder / kSymbolPropertiesFile).string()));
  EXPECT_EQ(database.GetSymbolProperties("fxcm", "EURUSD", SecurityType::Forex, "")->LotSize(),
            1000);
  const auto oanda = database.GetSymbolProperties("oanda", "EURUSD", SecurityType::Forex, "");
  EXPECT_EQ(oanda->MinimumPriceVariation().ToString(), "0.00001");
  const auto coin = database.GetSymbolProperties("coinbase", "BTCUSD", SecurityType::Crypto, "");
  EXPECT_EQ(coin->MarketTicker(), "BTC-USD");
  EXPECT_EQ(coin->MinimumOrderSize()->ToString(), "0.00000001");
  EXPECT_EQ(database.GetSymbolProperties("usa", "SPY", SecurityType::Equity, "")->QuoteCurrency(),
            "USD");
}

}  // namespace
}  // namespace regimen::lean
