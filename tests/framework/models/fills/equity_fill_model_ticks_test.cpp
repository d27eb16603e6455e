// Fills on ticks; what is expected follows spec/lean-orders-and-portfolio.md, 2.3 to 2.9.
#include <vector>

#include <gtest/gtest.h>

#include "framework/models/fills/equity_fill_model.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Spy;
using tests::TradingWorld;

struct Print {
  Decimal price;
  const char* exchange = "Q";
  const char* condition = "1";
};

// 10:00 New York on a Monday; the first quote and trade are a second old.
class EquityTickFillTest : public testing::Test {
 protected:
  explicit EquityTickFillTest(bool extended = false)
      : spy_(world_.AddEquity(Spy(), Resolution::Tick, DataNormalizationMode::Adjusted, extended)) {
    world_.MoveTo(world_.clock.UtcTime() - TimeSpan::FromSeconds(1));
    Trades({{100}});
    Quotes({{99, 0}, {0, 101}});
    world_.MoveTo(world_.clock.UtcTime() + TimeSpan::FromSeconds(1));
  }

  void Trades(const std::vector<Print>& prints) {
    std::vector<Tick> ticks;
    for (const Print& print : prints) {
      ticks.emplace_back(spy_.LocalTime(), Spy(), TickType::Trade);
      ticks.back().SetTrade(print.price, 100);
      ticks.back().SetConditions(TickConditions::Of(print.exchange, print.condition, false));
    }
    spy_.Cache.Store(ticks);
    world_.portfolio.InvalidateTotalPortfolioValue();
  }
  // Pairs of bid and ask.
  void Quotes(const std::vector<std::pair<Decimal, Decimal>>& sides) {
    std::vector<Tick> ticks;
    for (const auto& [bid, ask] : sides) {
      ticks.emplace_back(spy_.LocalTime(), Spy(), TickType::Quote);
      ticks.back().SetQuote(bid, bid.IsZero() ? 0 : 100, ask, ask.IsZero() ? 0 : 100);
    }
    spy_.Cache.Store(ticks);
  }
  void MoveTo(int hour, int minute, int second, int day = 7) {
    world_.MoveTo(TimeZones::NewYork().ToUtc(DateTime(2013, 10, day, hour, minute, second)));
  }
  void Process() { world_.handler.ProcessSynchronousEvents(); }
  static Decimal PriceOf(const OrderTicket& ticket) { return ticket.AverageFillPrice(); }
  std::string LastMessage() const { return world_.events.back().Message(); }

  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_;
};

class ExtendedTickFillTest : public EquityTickFillTest {
 protected:
  ExtendedTickFillTest() : EquityTickFillTest(true) {}
};

// Both sides of the last instant count, though the cache took the ask alone.
TEST_F(EquityTickFillTest, AMarketOrderBuysAtTheAskAndSellsAtTheBid) {
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), 1)), 101);
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), -1)), 99);
  EXPECT_EQ(LastMessage(), "");
}

TEST_F(EquityTickFillTest, WithoutAQuotedSideTheLastTradeCounts) {
  Quotes({{98, 0}});
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), 1)), 100);
  EXPECT_EQ(LastMessage(),
            "Warning: No quote information available at 10/07/2013 09:59:59 America/New_York, "
            "order filled using Trade Tick data");
}

TEST_F(EquityTickFillTest, AMarketOrderFillsAtAStalePriceAndSaysSo) {
  MoveTo(12, 0, 0);
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), 1)), 101);
  EXPECT_EQ(LastMessage(),
            "Warning: fill at stale price (10/07/2013 09:59:59 America/New_York), using Quote Tick "
            "data.");
}

TEST_F(EquityTickFillTest, ALimitIsHeldAgainstTheTradesOfTheInstantTogether) {
  const OrderTicket& buy = world_.trading.LimitOrder(Spy(), 1, 97);
  const OrderTicket& sell = world_.trading.LimitOrder(Spy(), -1, 103);
  MoveTo(10, 0, 1);
  Trades({{100}, {96}, {104}, {100}});
  Process();
  EXPECT_EQ(PriceOf(buy), 97);
  EXPECT_EQ(PriceOf(sell), 103);
}

TEST_F(EquityTickFillTest, ALimitFillsAtABetterFirstTrade) {
  const OrderTicket& buy = world_.trading.LimitOrder(Spy(), 1, 97);
  MoveTo(10, 0, 1);
  Trades({{95}, {98}});
  Process();
  EXPECT_EQ(PriceOf(buy), 95);
}

TEST_F(EquityTickFillTest, QuotesFillNoLimitAndNoStop) {
  const OrderTicket& limit = world_.trading.LimitOrder(Spy(), 1, 97);
  const OrderTicket& stop = world_.trading.StopMarketOrder(Spy(), -1, 98);
  MoveTo(10, 0, 1);
  Quotes({{90, 91}});
  Process();
  EXPECT_EQ(limit.Status(), OrderStatus::Submitted);
  EXPECT_EQ(stop.Status(), OrderStatus::Submitted);
  MoveTo(10, 0, 2);
  Trades({{97.5_m}});
  Process();
  EXPECT_EQ(PriceOf(stop), 97.5_m);
}

// Seen in LEAN's trace T06: asks above every trade do not move it.
TEST_F(EquityTickFillTest, ATrailingStopLooksAtTradesAlone) {
  OrderTicket& ticket = world_.trading.TrailingStopOrder(Spy(), -1, {.amount = 5});
  MoveTo(10, 0, 1);
  Trades({{110}});
  Process();
  EXPECT_EQ(ticket.Get(OrderField::StopPrice), 105);
  MoveTo(10, 0, 2);
  Quotes({{0, 120}});
  Process();
  EXPECT_EQ(ticket.Get(OrderField::StopPrice), 105);
  Quotes({{100, 0}});
  Process();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  MoveTo(10, 0, 3);
  Trades({{104}});
  Process();
  EXPECT_EQ(PriceOf(ticket), 104);
}

TEST_F(EquityTickFillTest, MarketOnOpenFillsAtThePrimaryExchangesOpeningPrint) {
  MoveTo(17, 0, 0);
  const OrderTicket& ticket = world_.trading.MarketOnOpenOrder(Spy(), 1);
  MoveTo(9, 30, 0, 8);
  Trades({{90, "P", "40"}, {91, "N", "1"}});
  Process();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  MoveTo(9, 30, 5, 8);
  Trades({{92, "N", "1"}, {93, "N", "40"}, {94, "N", "40"}});
  Process();
  EXPECT_EQ(PriceOf(ticket), 93);
  EXPECT_EQ(LastMessage(), "");
}

TEST_F(EquityTickFillTest, MarketOnOpenTakesTheLastTradeAfterAMinute) {
  MoveTo(17, 0, 0);
  const OrderTicket& ticket = world_.trading.MarketOnOpenOrder(Spy(), 1);
  MoveTo(9, 30, 59, 8);
  Trades({{90}});
  Process();
  MoveTo(9, 31, 30, 8);
  Quotes({{88, 89}});
  Process();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  MoveTo(9, 31, 31, 8);
  Trades({{91}, {92}});
  Process();
  EXPECT_EQ(PriceOf(ticket), 92);
  EXPECT_EQ(LastMessage(),
            "No trade with the OfficialOpen or OpeningPrints flag within the 1-minute timeout. "
            "Fill with last Trade data.");
}

TEST_F(ExtendedTickFillTest, MarketOnOpenWithoutTradesOfTheSessionFillsAtTheQuote) {
  MoveTo(17, 0, 0);
  const OrderTicket& ticket = world_.trading.MarketOnOpenOrder(Spy(), 1);
  MoveTo(8, 0, 0, 8);
  Trades({{95}});
  MoveTo(9, 31, 30, 8);
  Quotes({{88, 89}});
  Process();
  EXPECT_EQ(PriceOf(ticket), 89);
  EXPECT_EQ(LastMessage(),
            "No trade with the OfficialOpen or OpeningPrints flag within the 1-minute timeout. "
            "Fill with last Quote data.");
}

TEST_F(EquityTickFillTest, MarketOnCloseWithoutExtendedHoursTakesTheLastTrade) {
  const OrderTicket& ticket = world_.trading.MarketOnCloseOrder(Spy(), -1);
  MoveTo(15, 59, 59);
  Trades({{107}, {108}});
  Process();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  MoveTo(16, 0, 0);
  Process();
  EXPECT_EQ(PriceOf(ticket), 108);
  EXPECT_EQ(LastMessage(),
            "No trade with the OfficialClose or ClosingPrints flag for data that does not include "
            "extended market hours. Fill with last Trade data.");
}

TEST_F(ExtendedTickFillTest, MarketOnCloseWaitsForThePrimaryExchangesClosingPrint) {
  const OrderTicket& ticket = world_.trading.MarketOnCloseOrder(Spy(), -1);
  MoveTo(16, 0, 0);
  Trades({{107, "P", "1000000"}, {108}});
  Process();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  MoveTo(16, 0, 47);
  Trades({{109, "N", "80"}, {110}});
  Process();
  EXPECT_EQ(PriceOf(ticket), 109);
  EXPECT_EQ(LastMessage(), "");
}

TEST_F(ExtendedTickFillTest, MarketOnCloseTakesTheLastTradeAfterAMinute) {
  const OrderTicket& ticket = world_.trading.MarketOnCloseOrder(Spy(), -1);
  MoveTo(16, 0, 59);
  Trades({{107}});
  Process();
  MoveTo(16, 1, 30);
  Process();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  MoveTo(16, 1, 31);
  Trades({{111}});
  Process();
  EXPECT_EQ(PriceOf(ticket), 111);
  EXPECT_EQ(LastMessage(),
            "No trade with the OfficialClose or ClosingPrints flag within the 1-minute timeout. "
            "Fill with last Trade data.");
}

}  // namespace
}  // namespace regimen
