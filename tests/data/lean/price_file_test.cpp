#include "data/lean/price_file.hpp"

#include <string>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen::lean {
namespace {

const DateTime kDate(2013, 10, 7);

PriceSeries Spy(Resolution resolution, TickType tick_type) {
  return {SecurityType::Equity, "usa", "SPY", resolution, tick_type};
}

PriceSeries Of(SecurityType type, const std::string& market, const std::string& ticker) {
  return {type, market, ticker, Resolution::Minute, TickType::Quote};
}

// Names of files and entries as they stand in LEAN's data folder.
TEST(PriceFileTest, EquityFilesOfOneDate) {
  const PriceFile minute = FileOf(Spy(Resolution::Minute, TickType::Trade), kDate);
  EXPECT_EQ(minute.path, "equity/usa/minute/spy/20131007_trade.zip");
  EXPECT_EQ(minute.entry, "20131007_spy_minute_trade.csv");
  EXPECT_EQ(minute.security, "equity/usa/spy");
  EXPECT_EQ(minute.format.time, RowTime::MillisecondsOfDay);
  EXPECT_EQ(minute.format.date, kDate);
  EXPECT_EQ(minute.format.price_scale, 4);
  EXPECT_FALSE(minute.whole_history);

  const PriceFile second = FileOf(Spy(Resolution::Second, TickType::Quote), kDate);
  EXPECT_EQ(second.path, "equity/usa/second/spy/20131007_quote.zip");
  EXPECT_EQ(second.entry, "20131007_spy_second_quote.csv");

  const PriceFile tick = FileOf(Spy(Resolution::Tick, TickType::Trade), kDate);
  EXPECT_EQ(tick.path, "equity/usa/tick/spy/20131007_trade.zip");
  EXPECT_EQ(tick.entry, "20131007_spy_Trade_Tick.csv");
}

TEST(PriceFileTest, EquityFilesOfAllDates) {
  const PriceFile hour = FileOf(Spy(Resolution::Hour, TickType::Trade), kDate);
  EXPECT_EQ(hour.path, "equity/usa/hour/spy.zip");
  EXPECT_EQ(hour.entry, "spy.csv");
  EXPECT_EQ(hour.format.time, RowTime::DateAndMinute);
  EXPECT_TRUE(hour.whole_history);
  EXPECT_EQ(FileOf(Spy(Resolution::Daily, TickType::Trade), kDate).path,
            "equity/usa/daily/spy.zip");
}

TEST(PriceFileTest, TheTimeOfDayDoesNotMatter) {
  const PriceFile file =
      FileOf(Spy(Resolution::Minute, TickType::Trade), DateTime(2013, 10, 7, 9, 31, 0));
  EXPECT_EQ(file.path, "equity/usa/minute/spy/20131007_trade.zip");
  EXPECT_EQ(file.format.date, kDate);
}

TEST(PriceFileTest, OtherKindsHaveUnscaledPrices) {
  const PriceFile forex = FileOf(Of(SecurityType::Forex, "Oanda", "EURUSD"), kDate);
  EXPECT_EQ(forex.path, "forex/oanda/minute/eurusd/20131007_quote.zip");
  EXPECT_EQ(forex.entry, "20131007_eurusd_minute_quote.csv");
  EXPECT_EQ(forex.format.price_scale, 0);
  EXPECT_EQ(FileOf(Of(SecurityType::Cfd, "oanda", "DE30EUR"), kDate).path,
            "cfd/oanda/minute/de30eur/20131007_quote.zip");
  EXPECT_EQ(FileOf(Of(SecurityType::Index, "usa", "SPX"), kDate).path,
            "index/usa/minute/spx/20131007_quote.zip");
}

TEST(PriceFileTest, CryptoNamesTheTickTypeInHistoriesToo) {
  PriceSeries series = Of(SecurityType::Crypto, "coinbase", "BTCUSD");
  series.resolution = Resolution::Daily;
  EXPECT_EQ(FileOf(series, kDate).path, "crypto/coinbase/daily/btcusd_quote.zip");
  EXPECT_EQ(FileOf(series, kDate).entry, "btcusd.csv");
  EXPECT_EQ(FileOf(Of(SecurityType::CryptoFuture, "binance", "BTCUSDT"), kDate).entry,
            "20131007_btcusdt_minute_quote_perp.csv");
}

TEST(PriceFileTest, RefusesKindsWithoutOneSeriesAFile) {
  EXPECT_THROW(FileOf(Of(SecurityType::Option, "usa", "GOOG"), kDate), ArgumentError);
  EXPECT_THROW(FileOf(Of(SecurityType::Future, "cme", "ES"), kDate), ArgumentError);
  EXPECT_THROW(FolderOf(Of(SecurityType::Base, "usa", "X")), ArgumentError);
}

}  // namespace
}  // namespace regimen::lean
