#include "framework/models/fills/equity_fill_model.hpp"

#include <gtest/gtest.h>

#include "framework/models/slippage/constant_slippage_model.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Ibm;
using tests::Spy;
using tests::TradingWorld;

const TimeSpan kMinute = TimeSpan::FromMinutes(1);

// 10:00 New York on a Monday. Orders rest from here; tests move on with NextBar.
class EquityFillModelTest : public testing::Test {
 protected:
  void SetUp() override { world_.Trade(spy_, 100); }
  void NextBar(const Bar& prices) {
    world_.MoveTo(world_.clock.UtcTime().AddMinutes(1));
    world_.Trade(spy_, prices, kMinute);
    world_.handler.ProcessSynchronousEvents();
  }
  // The price of the order's fill; 0 when it did not fill.
  static Decimal PriceOf(const OrderTicket& ticket) { return ticket.AverageFillPrice(); }
  std::string LastMessage() const { return world_.events.back().Message(); }
  OrderTicket& Limit(Decimal quantity, Decimal price) {
    return world_.trading.LimitOrder(Spy(), quantity, price);
  }
  OrderTicket& Stop(Decimal quantity, Decimal price) {
    return world_.trading.StopMarketOrder(Spy(), quantity, price);
  }

  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

TEST_F(EquityFillModelTest, AMarketOrderBuysAtTheAskAndSellsAtTheBid) {
  world_.Quote(spy_, 98, 103);
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), 1)), 103);
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), -1)), 98);
  EXPECT_EQ(LastMessage(), "");
}

TEST_F(EquityFillModelTest, WithoutAQuoteTheTradeCountsAndTheMessageSaysSo) {
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), 1)), 100);
  EXPECT_EQ(
      LastMessage(),
      "Warning: No quote information available at 10/07/2013 10:00:00 America/New_York, order "
      "filled using TradeBar data");
}

TEST_F(EquityFillModelTest, ASideThatIsNotQuotedFillsAtTheOtherOne) {
  QuoteBar quote(spy_.LocalTime() - kMinute, Spy(), kMinute);
  quote.SetBid(Bar(98, 98, 98, 98), 100);
  spy_.Cache.Store(quote);
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), 1)), 98);
}

TEST_F(EquityFillModelTest, AMarketOrderWaitsWhenThePricesAreOlderThanAnHour) {
  world_.MoveTo(DateTime(2013, 10, 7, 15, 1, 0));
  const OrderTicket& ticket = world_.trading.MarketOrder(Spy(), 1);
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  world_.MoveTo(DateTime(2013, 10, 7, 15, 2, 0));
  world_.Trade(spy_, 105);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(PriceOf(ticket), 105);
}

TEST_F(EquityFillModelTest, SlippageMakesAMarketOrderWorse) {
  spy_.SetSlippageModel(std::make_shared<ConstantSlippageModel>(0.01_m));
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), 1)), 101);
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), -1)), 99);
}

TEST_F(EquityFillModelTest, ALimitFillsStrictlyInsideTheBarAtTheLimit) {
  const OrderTicket& touched = Limit(1, 99);
  const OrderTicket& crossed = Limit(1, 99.5_m);
  const OrderTicket& sale = Limit(-1, 101.5_m);
  NextBar(Bar(100, 102, 99, 101));
  EXPECT_EQ(touched.Status(), OrderStatus::Submitted);
  EXPECT_EQ(PriceOf(crossed), 99.5_m);
  EXPECT_EQ(PriceOf(sale), 101.5_m);
}

TEST_F(EquityFillModelTest, ALimitFillsAtABetterOpen) {
  const OrderTicket& ticket = Limit(1, 99);
  NextBar(Bar(98.50_m, 99, 98, 98));
  EXPECT_EQ(PriceOf(ticket), 98.5_m);
  EXPECT_EQ(
      LastMessage(),
      "Due to a favorable gap at 10/07/2013 10:01:00 America/New_York, order filled using the "
      "open price (98.50)");
}

TEST_F(EquityFillModelTest, LimitsAreHeldAgainstTradesNotQuotes) {
  const OrderTicket& ticket = Limit(1, 99);
  world_.MoveTo(world_.clock.UtcTime().AddMinutes(1));
  world_.Quote(spy_, 90, 91);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
}

TEST_F(EquityFillModelTest, AStopFillsWhenTouchedAtTheStop) {
  const OrderTicket& sell = Stop(-1, 99);
  const OrderTicket& buy = Stop(1, 102);
  NextBar(Bar(100, 102, 99, 101));
  EXPECT_EQ(PriceOf(sell), 99);
  EXPECT_EQ(PriceOf(buy), 102);
}

TEST_F(EquityFillModelTest, AStopFillsAtAWorseOpen) {
  const OrderTicket& sell = Stop(-1, 99);
  NextBar(Bar(97, 98, 96, 98));
  EXPECT_EQ(PriceOf(sell), 97);
  EXPECT_NE(LastMessage().find("unfavorable gap"), std::string::npos);
}

TEST_F(EquityFillModelTest, AStopLimitTriggersStrictlyAndFillsAgainstTheClose) {
  OrderTicket& ticket = world_.trading.StopLimitOrder(Spy(), 1, 102, 103);
  NextBar(Bar(100, 102, 99, 101));
  EXPECT_FALSE(world_.transactions.GetOrderById(1)->StopTriggered());
  NextBar(Bar(101, 104, 101, 103.5_m));
  EXPECT_TRUE(world_.transactions.GetOrderById(1)->StopTriggered());
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  NextBar(Bar(102, 102.5_m, 101, 102));
  EXPECT_EQ(PriceOf(ticket), 102.5_m);
}

TEST_F(EquityFillModelTest, ATrailingStopMovesWithTheHighAndFillsAtTheLowOfALaterBar) {
  OrderTicket& ticket = world_.trading.TrailingStopOrder(Spy(), -1, {.amount = 5});
  NextBar(Bar(100, 110, 106, 108));
  EXPECT_EQ(ticket.Get(OrderField::StopPrice), 105);
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  NextBar(Bar(107, 107, 105, 106));
  EXPECT_EQ(PriceOf(ticket), 105);
}

// Observed on LEAN: a waiting order is looked at twice a step, so one bar can first move a trailing
// stop by its high and then fill it by its low.
TEST_F(EquityFillModelTest, ATrailingStopMayMoveAndFillOnOneBar) {
  OrderTicket& ticket = world_.trading.TrailingStopOrder(Spy(), -1, {.amount = 5});
  NextBar(Bar(100, 110, 96, 104));
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(PriceOf(ticket), 104);
}

TEST_F(EquityFillModelTest, ALimitIfTouchedRemembersItsTrigger) {
  OrderTicket& ticket = world_.trading.LimitIfTouchedOrder(Spy(), 1, 99, 98);
  NextBar(Bar(100, 100, 99, 100));
  EXPECT_TRUE(world_.transactions.GetOrderById(1)->TriggerTouched());
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  NextBar(Bar(100, 100, 97, 97.5_m));
  EXPECT_EQ(PriceOf(ticket), 97.5_m);
}

TEST_F(EquityFillModelTest, MarketOnOpenFillsAtTheOpenOfTheNextSessionsFirstBar) {
  world_.MoveTo(DateTime(2013, 10, 7, 20, 0, 0));
  const OrderTicket& ticket = world_.trading.MarketOnOpenOrder(Spy(), 1);
  world_.Trade(spy_, 90);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  world_.MoveTo(DateTime(2013, 10, 8, 13, 31, 0));
  world_.Trade(spy_, Bar(95, 96, 94, 96), kMinute);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(PriceOf(ticket), 95);
}

TEST_F(EquityFillModelTest, MarketOnOpenSkipsTheHourBarThatIsFormingAlready) {
  Security& ibm = world_.AddEquity(Ibm(), Resolution::Hour);
  world_.MoveTo(DateTime(2013, 10, 8, 13, 15, 0));
  world_.Trade(ibm, Bar(50, 50, 50, 50), kMinute);
  const OrderTicket& ticket = world_.trading.MarketOnOpenOrder(Ibm(), 1);
  world_.MoveTo(DateTime(2013, 10, 8, 14, 0, 0));
  world_.Trade(ibm, Bar(51, 51, 51, 51), TimeSpan::FromHours(1));
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  world_.MoveTo(DateTime(2013, 10, 8, 15, 0, 0));
  world_.Trade(ibm, Bar(52, 53, 52, 53), TimeSpan::FromHours(1));
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(PriceOf(ticket), 52);
}

// Observed on LEAN: on daily data it fills at the next bar's open and carries the time of that
// bar's end.
TEST_F(EquityFillModelTest, MarketOnOpenOnDailyDataFillsAtTheNextBarsOpenAtItsEnd) {
  Security& ibm = world_.AddEquity(Ibm(), Resolution::Daily);
  const TimeSpan session(6, 30, 0);
  world_.MoveTo(DateTime(2013, 10, 7, 20, 0, 0));
  world_.Trade(ibm, Bar(50, 51, 49, 50), session);
  const OrderTicket& ticket = world_.trading.MarketOrder(Ibm(), 1);
  world_.MoveTo(DateTime(2013, 10, 8, 20, 0, 0));
  world_.Trade(ibm, Bar(52, 54, 51, 53), session);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(PriceOf(ticket), 52);
  EXPECT_EQ(world_.events.back().UtcTime(), DateTime(2013, 10, 8, 20, 0, 0));
}

TEST_F(EquityFillModelTest, MarketOnCloseFillsAtTheCloseOfTheSession) {
  const OrderTicket& ticket = world_.trading.MarketOnCloseOrder(Spy(), 1);
  NextBar(Bar(100, 100, 100, 100));
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  world_.MoveTo(DateTime(2013, 10, 7, 20, 0, 0));
  world_.Trade(spy_, Bar(106, 108, 105, 107), kMinute);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(PriceOf(ticket), 107);
}

TEST_F(EquityFillModelTest, LimitsFillInExtendedHoursOnlyWhenSubscribed) {
  SubscriptionDataConfig config = spy_.Subscriptions().front();
  config.extended_market_hours = true;
  Security& extended = world_.AddEquity(Ibm());
  extended.RemoveSubscriptions();
  config.symbol = Ibm();
  extended.AddSubscription(config);
  world_.Trade(extended, 50);
  const OrderTicket& regular = Limit(1, 99);
  const OrderTicket& after_hours = world_.trading.LimitOrder(Ibm(), 1, 49);
  world_.MoveTo(DateTime(2013, 10, 7, 21, 0, 0));
  world_.Trade(spy_, Bar(98, 98, 98, 98), kMinute);
  world_.Trade(extended, Bar(48, 48, 48, 48), kMinute);
  world_.MoveTo(DateTime(2013, 10, 7, 21, 0, 1));
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(regular.Status(), OrderStatus::Submitted);
  EXPECT_EQ(PriceOf(after_hours), 48);
}

}  // namespace
}  // namespace regimen
