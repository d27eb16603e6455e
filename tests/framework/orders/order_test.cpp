#include "framework/orders/order.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/orders/order_json.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Spy;

const DateTime kTime(2013, 10, 7, 13, 31, 0);

Order LimitOf(Decimal quantity, Decimal limit) {
  SubmitOrderRequest request({.order_type = OrderType::Limit,
                              .symbol = Spy(),
                              .quantity = quantity,
                              .time = kTime,
                              .limit_price = limit});
  request.SetOrderId(1);
  return Order(request);
}

TEST(OrderTest, IsNewWhenMadeFromARequest) {
  const Order order = LimitOf(10, 100);
  EXPECT_EQ(order.Status(), OrderStatus::New);
  EXPECT_EQ(order.Id(), 1);
  EXPECT_EQ(order.LimitPrice(), 100);
  EXPECT_TRUE(order.BrokerId().empty());
}

TEST(OrderTest, DropsTheTrailingZerosOfItsQuantityAndPrice) {
  Order order = LimitOf(10.50_m, 100);
  EXPECT_EQ(order.Quantity().ToString(), "10.5");
  order.SetPrice(144.7700_m);
  EXPECT_EQ(order.Price().ToString(), "144.77");
}

TEST(OrderTest, KeepsTheScaleOfItsLimit) {
  EXPECT_EQ(LimitOf(10, 100.50_m).LimitPrice().ToString(), "100.50");
}

TEST(OrderTest, CountsALimitOrderAtTheWorseOfLimitAndMarket) {
  EXPECT_EQ(LimitOf(10, 100).ValueAt(90), 900);
  EXPECT_EQ(LimitOf(10, 100).ValueAt(110), 1000);
  EXPECT_EQ(LimitOf(-10, 100).ValueAt(90), -1000);
  EXPECT_EQ(LimitOf(-10, 100).ValueAt(110), -1100);
}

TEST(OrderTest, CountsAMarketOrderAtTheMarket) {
  EXPECT_EQ(Order::Market(Spy(), -5, kTime).ValueAt(90), -450);
}

TEST(OrderTest, IsMarketableWhenItsLimitReachesTheQuoteOfItsSubmission) {
  Order buy = LimitOf(10, 100);
  EXPECT_FALSE(buy.IsMarketable());
  buy.SetOrderSubmissionData({99, 100, 99});
  EXPECT_TRUE(buy.IsMarketable());
  buy.SetOrderSubmissionData({99, 101, 99});
  EXPECT_FALSE(buy.IsMarketable());
  Order sell = LimitOf(-10, 99);
  sell.SetOrderSubmissionData({99, 101, 99});
  EXPECT_TRUE(sell.IsMarketable());
}

// Tags of LEAN's trailing-stop orders in cases/lean-results/SplitEquityRegressionAlgorithm.
TEST(OrderTest, NamesTheAmountOfATrailingStopInItsDefaultTag) {
  Order order(OrderType::TrailingStop, Spy(), 10, kTime);
  order.SetPriceCurrency("USD");
  order.SetTrailingAmount(60);
  EXPECT_EQ(order.GetDefaultTag(), "Trailing Amount: $60");
  order.SetTrailingAsPercentage(true);
  order.SetTrailingAmount(0.1_m);
  EXPECT_EQ(order.GetDefaultTag(), "Trailing Amount: 10.0%");
  EXPECT_EQ(LimitOf(10, 100).GetDefaultTag(), "");
}

TEST(OrderTest, TrailsTheMarketAndNeverAwayFromIt) {
  Order order(OrderType::TrailingStop, Spy(), -10, kTime);
  order.SetTrailingAmount(5);
  order.SetStopPrice(95);
  EXPECT_FALSE(order.TrailStop(100));
  EXPECT_TRUE(order.TrailStop(102));
  EXPECT_EQ(order.StopPrice(), 97);
  EXPECT_FALSE(order.TrailStop(90));
  EXPECT_EQ(order.StopPrice(), 97);
}

TEST(OrderTest, TrailsByAFractionOfThePrice) {
  Order order(OrderType::TrailingStop, Spy(), 10, kTime);
  order.SetTrailingAsPercentage(true);
  order.SetTrailingAmount(0.1_m);
  order.SetStopPrice(120);
  EXPECT_TRUE(order.TrailStop(100));
  EXPECT_EQ(order.StopPrice(), 110);
}

TEST(OrderTest, AnUpdateChangesOnlyWhatTheTypeHas) {
  Order order = LimitOf(10, 100);
  order.ApplyUpdateOrderRequest(
      UpdateOrderRequest(kTime, 1, {.Quantity = 20, .LimitPrice = 99, .StopPrice = 50}));
  EXPECT_EQ(order.Quantity(), 20);
  EXPECT_EQ(order.LimitPrice(), 99);
  EXPECT_EQ(order.StopPrice(), 0);
}

TEST(OrderTest, AnUpdateWithoutATagKeepsTheTag) {
  Order order = LimitOf(10, 100);
  order.SetTag("entry");
  order.ApplyUpdateOrderRequest(UpdateOrderRequest(kTime, 1, {.LimitPrice = 99}));
  EXPECT_EQ(order.Tag(), "entry");
  order.ApplyUpdateOrderRequest(UpdateOrderRequest(kTime, 1, {.Tag = ""}));
  EXPECT_EQ(order.Tag(), "");
}

TEST(OrderTest, RefusesTheUpdateOfAnotherOrder) {
  Order order = LimitOf(10, 100);
  EXPECT_THROW(order.ApplyUpdateOrderRequest(UpdateOrderRequest(kTime, 2, {.Quantity = 1})),
               ArgumentError);
}

Order LegOf(const std::shared_ptr<GroupOrderManager>& group, int id, Decimal ratio) {
  SubmitOrderRequest request({.order_type = OrderType::ComboLimit,
                              .symbol = Spy(),
                              .quantity = ratio * group->Quantity(),
                              .time = kTime,
                              .limit_price = group->LimitPrice(),
                              .group_order_manager = group});
  request.SetOrderId(id);
  return Order(request);
}

TEST(OrderTest, TheLegsOfAComboShareQuantityAndLimit) {
  const auto group = std::make_shared<GroupOrderManager>(1, 2, 100, 5);
  Order first = LegOf(group, 1, 1);
  const Order second = LegOf(group, 2, -2);
  EXPECT_EQ(second.Quantity(), -200);
  first.ApplyUpdateOrderRequest(UpdateOrderRequest(kTime, 1, {.Quantity = 10, .LimitPrice = 6}));
  EXPECT_EQ(first.Quantity(), 10);
  EXPECT_EQ(second.Quantity(), -20);
  EXPECT_EQ(group->LimitPrice(), 6);
  EXPECT_EQ(group->OrderIds(), (std::vector<int>{1, 2}));
}

TEST(OrderTest, ACopyOfALegDoesNotJoinTheGroupAgain) {
  const auto group = std::make_shared<GroupOrderManager>(1, 2, 100, 5);
  const Order leg = LegOf(group, 1, 1);
  const Order copy = leg;
  EXPECT_EQ(copy.Quantity(), 100);
  EXPECT_EQ(group->OrderIds().size(), 1U);
}

// The full example of spec lean-orders-and-portfolio section 14 (BasicTemplateAlgorithm).
TEST(OrderTest, IsWrittenAsLeansJson) {
  SubmitOrderRequest request({.symbol = Spy(), .quantity = 688, .time = kTime});
  request.SetOrderId(1);
  Order order(request);
  order.MarkPlaced();
  order.SetPrice(144.7817_m);
  order.SetPriceCurrency("USD");
  order.SetLastFillTime(kTime);
  order.SetStatus(OrderStatus::Filled);
  order.SetOrderSubmissionData({144.77307790400_m, 144.78172417000_m, 144.77307790400_m});
  order.SetPriceAdjustmentMode(DataNormalizationMode::Adjusted);
  EXPECT_EQ(OrderToJson(order),
            R"({"type":0,"id":1,"contingentId":0,"brokerId":["1"],"symbol":{"value":"SPY",)"
            R"("id":"SPY R735QTJ8XC9X","permtick":"SPY"},"price":144.7817,"priceCurrency":"USD",)"
            R"("time":"2013-10-07T13:31:00Z","createdTime":"2013-10-07T13:31:00Z",)"
            R"("lastFillTime":"2013-10-07T13:31:00Z","quantity":688.0,"status":3,"tag":"",)"
            R"("properties":{"timeInForce":{}},"securityType":1,"direction":0,"value":99609.8096,)"
            R"("orderSubmissionData":{"bidPrice":144.77307790400,"askPrice":144.78172417000,)"
            R"("lastPrice":144.77307790400},"isMarketable":true,"priceAdjustmentMode":1})");
}

TEST(OrderTest, EscapesItsTagInJson) {
  Order order = LimitOf(10, 100);
  order.SetTag("a \"b\"\n\x01");
  EXPECT_NE(OrderToJson(order).find(R"("tag":"a \"b\"\n\u0001")"), std::string::npos);
}

}  // namespace
}  // namespace regimen
