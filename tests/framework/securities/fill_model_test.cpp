#include "framework/securities/fill_model.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Ibm;
using tests::Spy;
using tests::TradingWorld;

const TimeSpan kMinute = TimeSpan::FromMinutes(1);

// The base model, on which everything but equities fills, here on an equity with quotes.
class FillModelTest : public testing::Test {
 protected:
  void SetUp() override {
    spy_.SetFillModel(std::make_shared<FillModel>());
    world_.Trade(spy_, 100);
    world_.Quote(spy_, 99, 101);
  }
  void NextQuote(const Bar& bid, const Bar& ask) {
    world_.MoveTo(world_.clock.UtcTime().AddMinutes(1));
    world_.Quote(spy_, bid, ask, kMinute);
    world_.handler.ProcessSynchronousEvents();
  }
  static Decimal PriceOf(const OrderTicket& ticket) { return ticket.AverageFillPrice(); }

  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

TEST_F(FillModelTest, AMarketOrderFillsOnTheSideOfTheQuoteThatItHits) {
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), 1)), 101);
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), -1)), 99);
}

TEST_F(FillModelTest, ALimitFarThroughTheMarketFillsAtTheFarEndOfTheBar) {
  const OrderTicket& far = world_.trading.LimitOrder(Spy(), 1, 200);
  const OrderTicket& near = world_.trading.LimitOrder(Spy(), 1, 101.5_m);
  const OrderTicket& touched = world_.trading.LimitOrder(Spy(), 1, 101);
  NextQuote(Bar(99, 100, 98, 99), Bar(102, 103, 101, 102));
  EXPECT_EQ(PriceOf(far), 103);
  EXPECT_EQ(PriceOf(near), 101.5_m);
  EXPECT_EQ(touched.Status(), OrderStatus::Submitted);
}

// Strict here, not strict for equities (spec lean-orders-and-portfolio 17.26).
TEST_F(FillModelTest, AStopMustBeCrossed) {
  const OrderTicket& touched = world_.trading.StopMarketOrder(Spy(), -1, 98);
  const OrderTicket& crossed = world_.trading.StopMarketOrder(Spy(), -1, 98.5_m);
  NextQuote(Bar(99, 99, 98, 99), Bar(101, 101, 101, 101));
  EXPECT_EQ(touched.Status(), OrderStatus::Submitted);
  EXPECT_EQ(PriceOf(crossed), 98.5_m);
}

TEST_F(FillModelTest, AStopFillsAtTheWorseOfStopAndPresentPrice) {
  const OrderTicket& ticket = world_.trading.StopMarketOrder(Spy(), 1, 102);
  NextQuote(Bar(99, 99, 99, 99), Bar(101, 105, 101, 104));
  EXPECT_EQ(PriceOf(ticket), 104);
}

TEST_F(FillModelTest, AComboLimitFillsEveryLegAtItsLowWhenTheGroupIsBought) {
  Security& ibm = world_.AddEquity(Ibm());
  world_.Trade(ibm, 50);
  const auto tickets =
      world_.trading.ComboLimitOrder({Leg::Create(Spy(), 1), Leg::Create(Ibm(), -1)}, 10, 0.51_m);
  world_.MoveTo(world_.clock.UtcTime().AddMinutes(1));
  world_.Quote(ibm, Bar(49, 50, 48, 49), Bar(51, 52, 50, 51), kMinute);
  // Net of the lows, equities in hundreds: (100 - 48) / 100 is not below 0.51.
  NextQuote(Bar(99, 99, 98, 99), Bar(101, 102, 100, 101));
  EXPECT_EQ(tickets[0]->Status(), OrderStatus::Submitted);
  world_.Quote(ibm, Bar(49, 50, 49, 49), Bar(51, 52, 50, 51), kMinute);
  NextQuote(Bar(99, 99, 98, 99), Bar(101, 102, 99, 101));
  EXPECT_EQ(PriceOf(*tickets[0]), 99);
  EXPECT_EQ(PriceOf(*tickets[1]), 49);
}

TEST_F(FillModelTest, NothingFillsWhileTheMarketIsClosed) {
  const OrderTicket& ticket = world_.trading.StopMarketOrder(Spy(), -1, 98);
  world_.MoveTo(DateTime(2013, 10, 7, 22, 0, 0));
  world_.Quote(spy_, 90, 91);
  world_.MoveTo(DateTime(2013, 10, 7, 22, 0, 1));
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
}

// Overrides one order type and leaves the rest alone.
class AtOneDollar : public FillModel {
 public:
  OrderEvent MarketFill(Security& asset, const MarketOrder& order) override {
    OrderEvent fill = FillModel::MarketFill(asset, order);
    fill.SetFillPrice(1);
    return fill;
  }
};

TEST_F(FillModelTest, AStrategysModelChangesSingleOrderTypes) {
  spy_.SetFillModel(std::make_shared<AtOneDollar>());
  EXPECT_EQ(PriceOf(world_.trading.MarketOrder(Spy(), 1)), 1);
  const OrderTicket& limit = world_.trading.LimitOrder(Spy(), 1, 200);
  NextQuote(Bar(99, 99, 98, 99), Bar(102, 103, 101, 102));
  EXPECT_EQ(PriceOf(limit), 103);
}

}  // namespace
}  // namespace regimen
