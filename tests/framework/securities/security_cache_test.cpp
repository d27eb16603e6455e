#include "framework/securities/security_cache.hpp"

#include <vector>

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

Tick TradeTick(Decimal price, Decimal quantity, int second = 0, bool suspicious = false) {
  Tick tick(DateTime(2013, 10, 8, 9, 30, second), Symbol(), TickType::Trade);
  tick.SetTrade(price, quantity);
  tick.SetConditions(TickConditions::Of("N", "1", suspicious));
  return tick;
}

Tick QuoteTick(Decimal bid, Decimal ask, int second = 0) {
  Tick tick(DateTime(2013, 10, 8, 9, 30, second), Symbol(), TickType::Quote);
  tick.SetQuote(bid, bid.IsZero() ? 0 : 10, ask, ask.IsZero() ? 0 : 20);
  return tick;
}

TEST(SecurityCacheTest, TakesThePriceOfTheLastTickOfEitherKind) {
  SecurityCache cache(false);
  cache.Store(std::vector{TradeTick(100, 5), TradeTick(101, 7)});
  EXPECT_EQ(cache.Price(), 101_m);
  EXPECT_EQ(cache.Volume(), 7_m);
  cache.Store(std::vector{QuoteTick(99, 0), QuoteTick(0, 103)});
  EXPECT_EQ(cache.Price(), 103_m);
  EXPECT_EQ(cache.Open(), 103_m);
  EXPECT_EQ(cache.LastData(), &cache.TradeTicks().back());
}

// Every tick of the instant moves what it has; the order hash of LEAN's
// EquityTickQuoteAdjustedModeRegressionAlgorithm holds the bid of the tick before the last.
TEST(SecurityCacheTest, KeepsTheBidOfAnEarlierTickOfTheInstant) {
  SecurityCache cache(false);
  cache.Store(std::vector{QuoteTick(99, 0), QuoteTick(0, 103)});
  EXPECT_EQ(cache.AskPrice(), 103_m);
  EXPECT_EQ(cache.AskSize(), 20_m);
  EXPECT_EQ(cache.BidPrice(), 99_m);
  EXPECT_EQ(cache.BidSize(), 10_m);
  EXPECT_EQ(cache.LastBidTick()->BidPrice(), 99_m);
  EXPECT_EQ(cache.LastAskTick()->AskPrice(), 103_m);
}

TEST(SecurityCacheTest, KeepsTheTicksOfTheLastInstantOfEachKind) {
  SecurityCache cache(false);
  EXPECT_EQ(cache.LastTick(), nullptr);
  cache.Store(std::vector{TradeTick(100, 5), TradeTick(101, 7)});
  cache.Store(std::vector{QuoteTick(99, 0)});
  EXPECT_EQ(cache.TradeTicks().size(), 2U);
  EXPECT_EQ(cache.QuoteTicks().size(), 1U);
  EXPECT_EQ(cache.LastAskTick(), nullptr);
  cache.Store(std::vector{QuoteTick(98, 0, 1)});
  EXPECT_EQ(cache.QuoteTicks().size(), 1U);
  EXPECT_EQ(cache.LastTick(), cache.LastTradeTick());
}

TEST(SecurityCacheTest, TakesTheLaterTickOfOtherTypesAndOfOneTimeTheTrade) {
  SecurityCache cache(true);
  cache.Store(std::vector{QuoteTick(99, 0)});
  EXPECT_EQ(cache.LastTick(), &cache.QuoteTicks().back());
  cache.Store(std::vector{TradeTick(100, 5)});
  EXPECT_EQ(cache.LastTick(), cache.LastTradeTick());
  cache.Store(std::vector{QuoteTick(98, 0, 1)});
  EXPECT_EQ(cache.LastTick(), &cache.QuoteTicks().back());
  EXPECT_EQ(cache.LastData(), &cache.QuoteTicks().back());
}

TEST(SecurityCacheTest, IsNotMovedBySuspiciousTicks) {
  SecurityCache cache(false);
  cache.Store(std::vector{TradeTick(100, 5), TradeTick(50, 7, 0, true)});
  EXPECT_EQ(cache.Price(), 100_m);
  EXPECT_EQ(cache.TradeTicks().size(), 1U);
  cache.Store(std::vector{TradeTick(1, 1, 1, true)});
  EXPECT_EQ(cache.Price(), 100_m);
  EXPECT_EQ(cache.TradeTicks().front().Price(), 100_m);
}

TEST(SecurityCacheTest, RestatesItsTicksInASplit) {
  SecurityCache cache(false);
  cache.Store(std::vector{TradeTick(600, 70)});
  cache.ApplySplit(0.5_m);
  EXPECT_EQ(cache.Price(), 300_m);
  EXPECT_EQ(cache.LastTradeTick()->Price(), 300_m);
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
