#include "framework/market/tick.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/market/ticks.hpp"

namespace regimen {
namespace {

Symbol Equity(const char* ticker) {
  return {SecurityIdentifier::GenerateEquity(DateTime(1998, 1, 2), ticker, "usa"), ticker};
}

Tick TradeOf(const Symbol& symbol, Decimal price, Decimal quantity = 100) {
  Tick tick(DateTime(2013, 10, 8, 9, 30, 0), symbol, TickType::Trade);
  tick.SetTrade(price, quantity);
  return tick;
}

Tick QuoteOf(Decimal bid, Decimal bid_size, Decimal ask, Decimal ask_size) {
  Tick tick(DateTime(2013, 10, 8, 9, 30, 0), Symbol(), TickType::Quote);
  tick.SetQuote(bid, bid_size, ask, ask_size);
  return tick;
}

TEST(TickTest, IsAnInstant) {
  const Tick tick = TradeOf(Symbol(), 182.1_m);
  EXPECT_EQ(tick.Time(), tick.EndTime());
  EXPECT_EQ(tick.DataType(), MarketDataType::Tick);
}

TEST(TickTest, ATradesValueIsItsPriceAndItHasNoQuote) {
  const Tick tick = TradeOf(Symbol(), 182.1_m, 300);
  EXPECT_EQ(tick.Value(), 182.1_m);
  EXPECT_EQ(tick.Quantity(), 300);
  EXPECT_EQ(tick.BidPrice(), 0);
  EXPECT_EQ(tick.AskSize(), 0);
}

TEST(TickTest, AQuotesValueIsTheMidOrTheOneSideThereIs) {
  EXPECT_EQ(QuoteOf(180, 2, 182, 1).Value(), 181);
  EXPECT_EQ(QuoteOf(180, 2, 0, 0).Value(), 180);
  EXPECT_EQ(QuoteOf(0, 0, 182, 1).Value(), 182);
  EXPECT_EQ(QuoteOf(0, 0, 0, 0).Value(), 0);
  EXPECT_EQ(QuoteOf(180, 2, 182, 1).Quantity(), 0);
}

// The first quote of trace T06: 180.01 x 0.7464652, 200 shares / 0.7464652.
TEST(TickTest, PricesAndSizesAreAdjustedAndAnAbsentSideStaysZero) {
  const PriceAdjustment adjustment(0.7464652_m);
  Tick tick = QuoteOf(180.01_m, 200, 0, 0);
  tick.SetAdjustment(adjustment);
  EXPECT_EQ(tick.BidPrice().ToString(), "134.371200652");
  EXPECT_EQ(tick.BidSize(), 268);
  EXPECT_EQ(tick.AskPrice(), 0);
  EXPECT_EQ(tick.AskSize(), 0);
  EXPECT_EQ(tick.Value().ToString(), "134.371200652");
}

TEST(TickTest, AnAbsentSideStaysZeroWhenDividendsAreAdded) {
  const PriceAdjustment adjustment(1, 2.5_m);
  Tick tick = QuoteOf(180, 200, 0, 0);
  tick.SetAdjustment(adjustment);
  EXPECT_EQ(tick.BidPrice(), 182.5_m);
  EXPECT_EQ(tick.AskPrice(), 0);
}

TEST(TickTest, ASplitRestatesWhatTheStrategySaw) {
  const PriceAdjustment adjustment(0.5_m);
  Tick tick = QuoteOf(180, 200, 182, 100);
  tick.SetAdjustment(adjustment);
  tick.ApplySplit(0.1_m);
  EXPECT_EQ(tick.BidPrice(), 9);
  EXPECT_EQ(tick.BidSize(), 4000);
  EXPECT_EQ(tick.AskPrice(), 9.1_m);
}

TEST(TickConditionsTest, EqualConditionsAreOneObject) {
  const TickConditions& one = TickConditions::Of("N", "80", false);
  EXPECT_EQ(&one, &TickConditions::Of("N", "80", false));
  EXPECT_NE(&one, &TickConditions::Of("N", "80", true));
  EXPECT_NE(&one, &TickConditions::Of("P", "80", false));
  EXPECT_EQ(&TickConditions::None(), &TickConditions::Of("", "", false));
}

TEST(TickConditionsTest, FlagsAreHexadecimalAndTextIsNone) {
  EXPECT_EQ(TickConditions::Of("N", "20002000", false).Flags(), 0x20002000U);
  EXPECT_EQ(TickConditions::Of("N", "ffffffff", false).Flags(), 0xffffffffU);
  EXPECT_EQ(TickConditions::Of("N", "", false).Flags(), 0U);
  EXPECT_EQ(TickConditions::Of("N", "@ TI", false).Flags(), 0U);
  EXPECT_EQ(TickConditions::Of("N", "1ffffffff", false).Flags(), 0U);
}

TEST(TickConditionsTest, OnlyKnownExchangesHaveALetter) {
  for (const char* letter : {"A", "D", "N", "P", "Q", "Z"})
    EXPECT_EQ(ExchangeCodeOf(letter), letter);
  EXPECT_EQ(ExchangeCodeOf(" N "), "N");
  EXPECT_EQ(ExchangeCodeOf("T"), "Q");
  for (const char* other : {"", "n", "?", "NYSE", "G"}) EXPECT_EQ(ExchangeCodeOf(other), "");
}

TEST(TicksTest, AreFoundBySymbolAndTicker) {
  Ticks ticks;
  std::size_t position = 0;
  ticks.ListOf(Equity("IBM"), position).push_back(TradeOf(Equity("IBM"), 182));
  ticks.ListOf(Equity("SPY"), position).push_back(TradeOf(Equity("SPY"), 167));
  ticks.ListOf(Equity("IBM"), position).push_back(TradeOf(Equity("IBM"), 183));
  EXPECT_EQ(position, 0U);
  EXPECT_EQ(ticks.Count(), 2U);
  EXPECT_EQ(ticks[Equity("IBM")].size(), 2U);
  EXPECT_EQ(ticks["ibm"].back().Price(), 183);
  EXPECT_EQ(ticks.Keys().back(), Equity("SPY"));
  const std::vector<Tick>* list = nullptr;
  EXPECT_TRUE(ticks.TryGetValue("SPY", list));
  EXPECT_FALSE(ticks.TryGetValue("AIG", list));
  EXPECT_THROW(ticks["AIG"], ArgumentError);
}

TEST(TicksTest, AreEmptyAfterClearAndKeepTheirMemory) {
  Ticks ticks;
  std::size_t position = 0;
  ticks.ListOf(Equity("IBM"), position).push_back(TradeOf(Equity("IBM"), 182));
  const Tick* storage = ticks["IBM"].data();
  ticks.Clear();
  EXPECT_TRUE(ticks.Empty());
  EXPECT_FALSE(ticks.ContainsKey(Equity("IBM")));
  EXPECT_EQ(ticks.begin(), ticks.end());
  ticks.ListOf(Equity("SPY"), position).push_back(TradeOf(Equity("SPY"), 167));
  EXPECT_EQ(ticks["SPY"].data(), storage);
  EXPECT_EQ(ticks["SPY"].size(), 1U);
}

}  // namespace
}  // namespace regimen
