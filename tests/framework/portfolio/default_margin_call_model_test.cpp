#include "framework/portfolio/default_margin_call_model.hpp"

#include <gtest/gtest.h>

#include "framework/orders/order_ticket.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Ibm;
using tests::Spy;
using tests::TradingWorld;

class DefaultMarginCallModelTest : public testing::Test {
 protected:
  void SetUp() override {
    // 1999 shares at 100, half of it on margin.
    world_.Trade(spy_, 100);
    world_.Quote(spy_, 100, 100);
    world_.trading.MarketOrder(Spy(), 1999);
  }
  MarginCall CallAt(Decimal price) {
    world_.Trade(spy_, price);
    world_.Quote(spy_, price, price);
    return world_.portfolio.MarginCallModel().GetMarginCallOrders();
  }

  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

TEST_F(DefaultMarginCallModelTest, WarnsWhenNoMoreThanFivePercentAreFree) {
  EXPECT_TRUE(CallAt(100).issue_warning);
  EXPECT_FALSE(CallAt(110).issue_warning);
}

TEST_F(DefaultMarginCallModelTest, ToleratesTenPercentTooMuch) {
  // Worth 99,990 - 1999 x 9 = 81,999, with 90,954 in use: 10.9 % above.
  EXPECT_FALSE(CallAt(91).orders.empty());
  // At 92: 83,998 with 91,954 in use: 9.5 % above.
  const MarginCall call = CallAt(92);
  EXPECT_TRUE(call.orders.empty());
  EXPECT_FALSE(call.issue_warning);
}

TEST_F(DefaultMarginCallModelTest, SizesTheOrderToWhatThePortfolioIsWorth) {
  MarginCall call = CallAt(90);
  ASSERT_EQ(call.orders.size(), 1U);
  const SubmitOrderRequest& order = call.orders[0];
  EXPECT_EQ(order.Tag(), "Margin Call");
  // Worth 99,990.005 - 19,990 = 80,000.005: that is 1777 shares at 45 margin each, 222 have to go.
  EXPECT_EQ(order.Quantity(), -222);
  const auto tickets = world_.portfolio.MarginCallModel().ExecuteMarginCall(std::move(call.orders));
  ASSERT_EQ(tickets.size(), 1U);
  EXPECT_EQ(tickets[0]->Status(), OrderStatus::Filled);
  EXPECT_EQ(world_.portfolio["SPY"].Quantity(), 1777);
}

TEST_F(DefaultMarginCallModelTest, DoesNothingWhenMarginIsFree) {
  EXPECT_TRUE(world_.portfolio.MarginCallModel().ExecuteMarginCall({}).empty());
  EXPECT_TRUE(CallAt(120).orders.empty());
}

}  // namespace
}  // namespace regimen
