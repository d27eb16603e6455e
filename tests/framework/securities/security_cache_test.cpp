#include "framework/securities/security_cache.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

TradeBar Trade(Decimal open, Decimal close, Decimal volume) {
  return {DateTime(2013, 10, 7), Symbol(), Bar(open, close, open, close), volume,
          TimeSpan::FromMinutes(1)};
}

QuoteBar Quote(Decimal bid, Decimal ask) {
  QuoteBar bar(DateTime(2013, 10, 7), Symbol(), TimeSpan::FromMinutes(1));
  bar.SetBid({bid, bid, bid, bid}, 10);
  bar.SetAsk({ask, ask, ask, ask}, 20);
  return bar;
}

TEST(SecurityCacheTest, KnowsNothingAtFirst) {
  const SecurityCache cache(false);
  EXPECT_EQ(cache.Price(), 0_m);
  EXPECT_FALSE(cache.HasData());
  EXPECT_EQ(cache.LastTradeBar(), nullptr);
}

TEST(SecurityCacheTest, TakesAnEquitysPriceFromTradesAlone) {
  SecurityCache cache(false);
  cache.Store(Trade(100, 101, 5));
  cache.Store(Quote(99, 103));
  EXPECT_EQ(cache.Price(), 101_m);
  EXPECT_EQ(cache.BidPrice(), 99_m);
  EXPECT_EQ(cache.AskPrice(), 103_m);
  EXPECT_EQ(cache.LastData()->DataType(), MarketDataType::TradeBar);
}

TEST(SecurityCacheTest, TakesOtherTypesPriceFromQuotesToo) {
  SecurityCache cache(true);
  cache.Store(Quote(99, 103));
  EXPECT_EQ(cache.Price(), 101_m);
}

TEST(SecurityCacheTest, FallsBackToThePriceWithoutQuotes) {
  SecurityCache cache(false);
  cache.Store(Trade(100, 101, 5));
  EXPECT_EQ(cache.BidPrice(), 101_m);
  EXPECT_EQ(cache.AskPrice(), 101_m);
}

TEST(SecurityCacheTest, IsNotChangedByAFillForwardCopy) {
  SecurityCache cache(false);
  cache.Store(Trade(100, 101, 5));
  TradeBar copy = Trade(200, 201, 5);
  copy.SetFillForward(true);
  cache.Store(copy);
  EXPECT_EQ(cache.Price(), 101_m);
}

TEST(SecurityCacheTest, KeepsWhatAZeroFieldDoesNotSay) {
  SecurityCache cache(false);
  cache.Store(Trade(100, 101, 5));
  cache.Store(Trade(0, 0, 0));
  EXPECT_EQ(cache.Price(), 101_m);
  EXPECT_EQ(cache.Open(), 100_m);
  EXPECT_EQ(cache.Volume(), 5_m);
}

TEST(SecurityCacheTest, KeepsTheBidThatALaterQuoteDoesNotHave) {
  SecurityCache cache(false);
  cache.Store(Quote(99, 103));
  QuoteBar ask_only(DateTime(2013, 10, 7), Symbol(), TimeSpan::FromMinutes(1));
  ask_only.SetAsk({104, 104, 104, 104}, 20);
  cache.Store(ask_only);
  EXPECT_EQ(cache.BidPrice(), 99_m);
  EXPECT_EQ(cache.AskPrice(), 104_m);
}

TEST(SecurityCacheTest, IsRestatedByASplit) {
  SecurityCache cache(false);
  cache.Store(Trade(600, 605, 70));
  cache.Store(Quote(604, 606));
  cache.ApplySplit(0.5_m);
  EXPECT_EQ(cache.Price(), 302.5_m);
  EXPECT_EQ(cache.BidPrice(), 302_m);
  EXPECT_EQ(cache.Volume(), 140_m);
  EXPECT_EQ(cache.LastTradeBar()->Close(), 302.5_m);
}

}  // namespace
}  // namespace regimen
