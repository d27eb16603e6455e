#include "framework/orders/order_ticket.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Spy;
using tests::TradingWorld;

class OrderTicketTest : public testing::Test {
 protected:
  void SetUp() override {
    world_.Quote(spy_, 99, 101);
    world_.Trade(spy_, 100);
  }

  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

TEST_F(OrderTicketTest, ShowsTheLiveOrder) {
  OrderTicket& ticket = world_.trading.LimitOrder(Spy(), 10, 90, {.tag = "low"});
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  EXPECT_EQ(ticket.OrderId(), 1);
  EXPECT_EQ(ticket.Quantity(), 10);
  EXPECT_EQ(ticket.QuantityRemaining(), 10);
  EXPECT_EQ(ticket.Tag(), "low");
  EXPECT_EQ(ticket.Get(OrderField::LimitPrice), 90);
  EXPECT_EQ(ticket.Time(), DateTime(2013, 10, 7, 14, 0, 0));
}

TEST_F(OrderTicketTest, AveragesItsFillsByQuantity) {
  OrderTicket& ticket = world_.trading.MarketOrder(Spy(), 10);
  EXPECT_EQ(ticket.Status(), OrderStatus::Filled);
  EXPECT_EQ(ticket.QuantityFilled(), 10);
  EXPECT_EQ(ticket.AverageFillPrice(), 101);
  EXPECT_EQ(ticket.OrderEvents().size(), 2U);
}

TEST_F(OrderTicketTest, RefusesAFieldThatItsTypeDoesNotHave) {
  OrderTicket& ticket = world_.trading.LimitOrder(Spy(), 10, 90);
  EXPECT_THROW(ticket.Get(OrderField::StopPrice), ArgumentError);
}

TEST_F(OrderTicketTest, IsTimedByItsMostRecentRequest) {
  OrderTicket& ticket = world_.trading.LimitOrder(Spy(), 10, 90);
  world_.MoveTo(DateTime(2013, 10, 7, 14, 5, 0));
  EXPECT_TRUE(ticket.UpdateLimitPrice(91).IsSuccess());
  EXPECT_EQ(ticket.Time(), DateTime(2013, 10, 7, 14, 5, 0));
  world_.MoveTo(DateTime(2013, 10, 7, 14, 6, 0));
  EXPECT_TRUE(ticket.Cancel().IsSuccess());
  EXPECT_EQ(ticket.Time(), DateTime(2013, 10, 7, 14, 6, 0));
}

TEST_F(OrderTicketTest, AnUpdateWaitsForTheNextDrain) {
  OrderTicket& ticket = world_.trading.LimitOrder(Spy(), 10, 90);
  ticket.UpdateLimitPrice(91);
  EXPECT_EQ(ticket.Get(OrderField::LimitPrice), 90);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Get(OrderField::LimitPrice), 91);
  EXPECT_EQ(ticket.Status(), OrderStatus::UpdateSubmitted);
  EXPECT_EQ(ticket.UpdateRequests().back().Status(), OrderRequestStatus::Processed);
}

TEST_F(OrderTicketTest, ASecondCancelIsRefused) {
  OrderTicket& ticket = world_.trading.LimitOrder(Spy(), 10, 90);
  EXPECT_TRUE(ticket.Cancel().IsSuccess());
  EXPECT_EQ(ticket.Cancel().ErrorCode(), OrderResponseErrorCode::RequestCanceled);
  EXPECT_EQ(ticket.Status(), OrderStatus::CancelPending);
}

TEST_F(OrderTicketTest, ATicketWithoutAnOrderFindsNone) {
  OrderTicket& ticket = world_.trading.LimitOrder(Spy(), 0, 90);
  EXPECT_EQ(ticket.Status(), OrderStatus::Invalid);
  EXPECT_EQ(ticket.OrderId(), -10);
  EXPECT_EQ(ticket.UpdateLimitPrice(91).ErrorCode(), OrderResponseErrorCode::UnableToFindOrder);
  EXPECT_EQ(ticket.Cancel().ErrorCode(), OrderResponseErrorCode::UnableToFindOrder);
}

}  // namespace
}  // namespace regimen
