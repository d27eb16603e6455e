#include "framework/models/brokerages/brokerage_model.hpp"

#include <gtest/gtest.h>

#include "framework/market/split.hpp"
#include "framework/models/brokerages/interactive_brokers_brokerage_model.hpp"
#include "framework/models/settlement/delayed_settlement_model.hpp"
#include "framework/securities/buying_power_model.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Spy;
using tests::TradingWorld;

TEST(BrokerageModelTest, GivesEquitiesLeverageTwoInAMarginAccountOnly) {
  TradingWorld margin(DateTime(2013, 10, 7, 14, 0, 0));
  EXPECT_EQ(margin.AddEquity(Spy()).Leverage(), 2);
  TradingWorld cash(DateTime(2013, 10, 7, 14, 0, 0),
                    CreateBrokerageModel(BrokerageName::Default, AccountType::Cash));
  const Security& spy = cash.AddEquity(Spy());
  EXPECT_EQ(spy.Leverage(), 1);
  EXPECT_NE(dynamic_cast<DelayedSettlementModel*>(&spy.SettlementModel()), nullptr);
}

// 1/(1/3) in decimals (spec lean-orders-and-portfolio 8.1).
TEST(BrokerageModelTest, LeverageIsTheInverseOfTheMargin) {
  TradingWorld world(DateTime(2013, 10, 7, 14, 0, 0));
  Security& spy = world.AddEquity(Spy());
  spy.SetLeverage(3);
  EXPECT_EQ(spy.Leverage().ToString(), "3.0000000000000000000000000003");
}

// AAPL's 7:1 split of 2014 by the file's factor: 11 shares become 76, 13 become 90, 7 become 48, 9
// become 62, a limit of 590.11 becomes 84.30 (observed on LEAN).
TEST(BrokerageModelTest, ASplitRestatesOpenOrders) {
  TradingWorld world(DateTime(2014, 6, 9, 14, 0, 0));
  Security& spy = world.AddEquity(Spy(), Resolution::Minute, DataNormalizationMode::Raw);
  world.Trade(spy, 600);
  std::vector<OrderTicket*> tickets;
  for (const int quantity : {11, 13, 7, 9}) {
    tickets.push_back(&world.trading.LimitOrder(Spy(), quantity, 590.11_m));
  }
  DefaultBrokerageModel().ApplySplit(
      tickets, Split(Spy(), DateTime(2014, 6, 9), 600, 0.1428572_m, SplitType::SplitOccurred));
  world.handler.ProcessSynchronousEvents();
  const int expected[] = {76, 90, 48, 62};
  for (std::size_t i = 0; i < tickets.size(); ++i) {
    EXPECT_EQ(tickets[i]->Quantity(), expected[i]);
    EXPECT_EQ(tickets[i]->Get(OrderField::LimitPrice), 84.30_m);
  }
}

class InteractiveBrokersTest : public testing::Test {
 protected:
  OrderStatus OpenOrderAt(DateTime utc_time) {
    TradingWorld world(utc_time, std::make_shared<InteractiveBrokersBrokerageModel>());
    world.Trade(world.AddEquity(Spy()), 100);
    const OrderTicket& ticket = world.trading.MarketOnOpenOrder(Spy(), 1);
    messages_ = world.errors;
    return ticket.Status();
  }
  std::vector<std::string> messages_;
};

TEST_F(InteractiveBrokersTest, TakesMarketOnOpenOrdersFromTheCloseToTwoMinutesBeforeTheOpen) {
  EXPECT_EQ(OpenOrderAt(DateTime(2013, 10, 7, 20, 0, 0)), OrderStatus::Submitted);
  EXPECT_EQ(OpenOrderAt(DateTime(2013, 10, 8, 4, 0, 0)), OrderStatus::Submitted);
  EXPECT_EQ(OpenOrderAt(DateTime(2013, 10, 8, 13, 27, 59)), OrderStatus::Submitted);
  EXPECT_EQ(OpenOrderAt(DateTime(2013, 10, 8, 13, 28, 0)), OrderStatus::Invalid);
  ASSERT_EQ(messages_.size(), 1U);
  EXPECT_NE(messages_[0].find("Valid local times are  04:00–"), std::string::npos) << messages_[0];
}

TEST_F(InteractiveBrokersTest, HasNoBenchmark) {
  EXPECT_EQ(InteractiveBrokersBrokerageModel().BenchmarkTicker(), "");
  EXPECT_EQ(DefaultBrokerageModel().BenchmarkTicker(), "SPY");
}

}  // namespace
}  // namespace regimen
