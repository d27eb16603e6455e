#include "framework/transactions/algorithm_trading.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/models/buying_power/security_margin_model.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Ibm;
using tests::Spy;
using tests::TradingWorld;
using Code = OrderResponseErrorCode;

class AlgorithmTradingTest : public testing::Test {
 protected:
  void SetUp() override { world_.Trade(spy_, 100); }
  static Code CodeOf(const OrderTicket& ticket) {
    return ticket.SubmitRequest().Response().ErrorCode();
  }
  Security& AddDaily() {
    Security& ibm = world_.AddEquity(Ibm(), Resolution::Daily);
    world_.Trade(ibm, 50);
    return ibm;
  }

  // 10:00 New York on a Monday.
  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

// ---- Checks before an order gets a number
// --------------------------------------------------------

TEST_F(AlgorithmTradingTest, ARefusedOrderHasNoNumberNoEventAndIsNotCounted) {
  const OrderTicket& ticket = world_.trading.MarketOrder(Spy(), 0);
  EXPECT_EQ(CodeOf(ticket), Code::OrderQuantityZero);
  EXPECT_EQ(ticket.Status(), OrderStatus::Invalid);
  EXPECT_EQ(world_.transactions.OrdersCount(), 0);
  EXPECT_EQ(world_.transactions.LastOrderId(), 0);
  EXPECT_TRUE(world_.events.empty());
  EXPECT_EQ(world_.errors,
            (std::vector<std::string>{"Unable to submit order with id -10 that has zero "
                                      "quantity."}));
}

TEST_F(AlgorithmTradingTest, RefusesOrdersWhileWarmingUp) {
  world_.warming_up = true;
  EXPECT_EQ(CodeOf(world_.trading.MarketOrder(Spy(), 1)), Code::AlgorithmWarmingUp);
}

TEST_F(AlgorithmTradingTest, RefusesLessThanALot) {
  EXPECT_EQ(CodeOf(world_.trading.MarketOrder(Spy(), 0.5_m)), Code::OrderQuantityLessThanLotSize);
}

TEST_F(AlgorithmTradingTest, RefusesADelistedSecurity) {
  spy_.SetIsTradable(false);
  spy_.SetIsDelisted(true);
  EXPECT_EQ(CodeOf(world_.trading.MarketOrder(Spy(), 1)), Code::NonTradableSecurity);
}

TEST_F(AlgorithmTradingTest, RefusesASecurityWithoutAPriceAndAddsItOnTheWay) {
  EXPECT_EQ(CodeOf(world_.trading.MarketOrder(Ibm(), 1)), Code::SecurityPriceZero);
  EXPECT_TRUE(world_.securities.ContainsKey(Ibm()));
}

TEST_F(AlgorithmTradingTest, RefusesARequestForAnUnknownSecurity) {
  const OrderTicket& ticket = world_.trading.SubmitOrderRequest(
      SubmitOrderRequest({.symbol = Ibm(), .quantity = 1, .time = world_.clock.UtcTime()}));
  EXPECT_EQ(CodeOf(ticket), Code::MissingSecurity);
}

TEST_F(AlgorithmTradingTest, RefusesOrdersBeyondTheMaximumAndEndsTheRun) {
  world_.trading.SetMaximumOrders(1);
  world_.trading.MarketOrder(Spy(), 1);
  EXPECT_EQ(CodeOf(world_.trading.MarketOrder(Spy(), 1)), Code::None);
  EXPECT_EQ(CodeOf(world_.trading.MarketOrder(Spy(), 1)), Code::ExceededMaximumOrders);
  EXPECT_TRUE(world_.stopped);
}

TEST_F(AlgorithmTradingTest, RefusesMarketOnOpenInTheSession) {
  EXPECT_EQ(CodeOf(world_.trading.MarketOnOpenOrder(Spy(), 1)),
            Code::MarketOnOpenNotAllowedDuringRegularHours);
  AddDaily();
  EXPECT_EQ(CodeOf(world_.trading.MarketOnOpenOrder(Ibm(), 1)), Code::None);
}

// 15:44:30 is the last moment, by the loop traces.
TEST_F(AlgorithmTradingTest, RefusesMarketOnCloseInTheLastFifteenAndAHalfMinutes) {
  world_.MoveTo(DateTime(2013, 10, 7, 19, 44, 30));
  EXPECT_EQ(CodeOf(world_.trading.MarketOnCloseOrder(Spy(), 1)), Code::None);
  world_.MoveTo(DateTime(2013, 10, 7, 19, 44, 31));
  EXPECT_EQ(CodeOf(world_.trading.MarketOnCloseOrder(Spy(), 1)), Code::MarketOnCloseOrderTooLate);
  world_.settings.SetMarketOnCloseSubmissionTimeBuffer(TimeSpan::FromMinutes(10));
  EXPECT_EQ(CodeOf(world_.trading.MarketOnCloseOrder(Spy(), 1)), Code::None);
}

TEST_F(AlgorithmTradingTest, AnAuctionOrderOnAMarketThatNeverClosesIsAnError) {
  world_.hours = std::make_shared<SecurityExchangeHours>(
      SecurityExchangeHours::AlwaysOpen(TimeZones::NewYork()));
  world_.Trade(world_.AddEquity(Ibm()), 50);
  EXPECT_THROW(world_.trading.MarketOnOpenOrder(Ibm(), 1), InvalidOperationError);
}

// ---- Market orders that become others
// --------------------------------------------------------------

TEST_F(AlgorithmTradingTest, AMarketOrderBecomesMarketOnOpenWhereTheMarketIsClosed) {
  world_.MoveTo(DateTime(2013, 10, 7, 20, 0, 0));
  EXPECT_EQ(world_.trading.MarketOrder(Spy(), 1).OrderType(), OrderType::MarketOnOpen);
  world_.trading.MarketOrder(Spy(), 1);
  EXPECT_EQ(world_.debug.size(), 1U);
}

TEST_F(AlgorithmTradingTest, AMarketOrderOnDailyDataBecomesMarketOnClose) {
  AddDaily();
  EXPECT_EQ(world_.trading.MarketOrder(Ibm(), 1).OrderType(), OrderType::MarketOnClose);
  // Fifteen minutes before the close it is too late for that.
  world_.MoveTo(DateTime(2013, 10, 7, 19, 45, 0));
  EXPECT_EQ(world_.trading.MarketOrder(Ibm(), 1).OrderType(), OrderType::MarketOnOpen);
}

TEST_F(AlgorithmTradingTest, AuctionOrdersForgetAGoodTilDate) {
  world_.default_properties.SetTimeInForce(TimeInForce::GoodTilDate(DateTime(2013, 10, 10)));
  const OrderTicket& ticket = world_.trading.MarketOnCloseOrder(Spy(), 1);
  EXPECT_EQ(ticket.SubmitRequest().OrderProperties().TimeInForce(), TimeInForce::GoodTilCanceled);
  EXPECT_EQ(world_.debug.size(), 1U);
}

TEST_F(AlgorithmTradingTest, DefaultPropertiesAreCopiedWhenTheOrderIsMade) {
  world_.default_properties.SetTimeInForce(TimeInForce::Day);
  world_.trading.LimitOrder(Spy(), 1, 50);
  world_.default_properties.SetTimeInForce(TimeInForce::GoodTilCanceled);
  EXPECT_EQ(world_.transactions.GetOrderById(1)->TimeInForce(), TimeInForce::Day);
}

TEST_F(AlgorithmTradingTest, ATrailingStopStartsOneAmountFromThePrice) {
  OrderTicket& sell = world_.trading.TrailingStopOrder(Spy(), -1, {.amount = 5});
  EXPECT_EQ(sell.Get(OrderField::StopPrice), 95);
  OrderTicket& buy =
      world_.trading.TrailingStopOrder(Spy(), 1, {.amount = 0.1_m, .as_percentage = true});
  EXPECT_EQ(buy.Get(OrderField::StopPrice), 110);
  EXPECT_EQ(buy.Tag(), "Trailing Amount: 10.0%");
}

// ---- Combos
// ----------------------------------------------------------------------------------------

TEST_F(AlgorithmTradingTest, AComboSaysItsRatioInTheLegsAndItsSizeInTheQuantity) {
  EXPECT_THROW(world_.trading.ComboMarketOrder({Leg::Create(Spy(), 2), Leg::Create(Spy(), -4)}, 1),
               ArgumentError);
  EXPECT_THROW(world_.trading.ComboLimitOrder({Leg::Create(Spy(), 1)}, 1, 0), ArgumentError);
  EXPECT_THROW(world_.trading.ComboLegLimitOrder({Leg::Create(Spy(), 1)}, 1), ArgumentError);
}

TEST_F(AlgorithmTradingTest, NoLegIsSentWhenOneIsRefused) {
  const auto tickets =
      world_.trading.ComboMarketOrder({Leg::Create(Spy(), 1), Leg::Create(Ibm(), -1)}, 10);
  ASSERT_EQ(tickets.size(), 1U);
  EXPECT_EQ(CodeOf(*tickets[0]), Code::SecurityPriceZero);
  EXPECT_EQ(world_.transactions.OrdersCount(), 0);
}

// ---- Targets
// ---------------------------------------------------------------------------------------

// The worked example of spec lean-orders-and-portfolio 8.5: 689 shares would fit but for the fee.
TEST_F(AlgorithmTradingTest, ATargetLeavesRoomForTheFee) {
  world_.Trade(spy_, 144.773077904_m);
  EXPECT_EQ(world_.trading.CalculateOrderQuantity(Spy(), 1), 688);
}

TEST_F(AlgorithmTradingTest, ATargetOfZeroClosesThePosition) {
  world_.trading.MarketOrder(Spy(), 7);
  EXPECT_EQ(world_.trading.CalculateOrderQuantity(Spy(), 0), -7);
}

TEST_F(AlgorithmTradingTest, AFixedAmountMayBeLeftFree) {
  world_.settings.SetFreePortfolioValue(50'000);
  EXPECT_EQ(world_.trading.CalculateOrderQuantity(Spy(), 1), 499);
}

TEST_F(AlgorithmTradingTest, ATargetOutOfBoundsIsAnErrorAndNoOrder) {
  EXPECT_EQ(world_.trading.CalculateOrderQuantity(Spy(), 2'000'000'000), 0);
  EXPECT_EQ(world_.trading.CalculateOrderQuantity(Spy(), Decimal::FromScaled(1, 11)), 0);
  EXPECT_EQ(world_.errors.size(), 2U);
}

TEST_F(AlgorithmTradingTest, AChangeBelowTheMinimumMarginIsDropped) {
  world_.trading.MarketOrder(Spy(), 100);
  // 0.1 % of the portfolio is 100, at leverage 2 two shares.
  EXPECT_EQ(world_.trading.CalculateOrderQuantity(Spy(), 0.1019_m), 0);
  EXPECT_EQ(world_.debug.size(), 1U);
  world_.settings.SetMinimumOrderMarginPortfolioPercentage(0);
  EXPECT_EQ(world_.trading.CalculateOrderQuantity(Spy(), 0.1019_m), 1);
}

TEST_F(AlgorithmTradingTest, SetHoldingsSubtractsOpenMarketOrders) {
  world_.MoveTo(DateTime(2013, 10, 7, 20, 0, 0));
  world_.trading.SetHoldings(Spy(), 0.5_m);
  world_.trading.SetHoldings(Spy(), 0.5_m);
  EXPECT_EQ(world_.transactions.OrdersCount(), 1);
}

TEST_F(AlgorithmTradingTest, SetHoldingsMaySellTheRestFirst) {
  Security& ibm = world_.AddEquity(Ibm());
  world_.Trade(ibm, 50);
  world_.trading.MarketOrder(Ibm(), 100);
  const auto tickets =
      world_.trading.SetHoldings(Spy(), 0.5_m, AlgorithmTrading::ExistingHoldings::Liquidate);
  ASSERT_EQ(tickets.size(), 2U);
  EXPECT_EQ(tickets[0]->GetSymbol(), Ibm());
  EXPECT_EQ(tickets[0]->Tag(), "Liquidated");
  EXPECT_FALSE(ibm.Invested());
  EXPECT_TRUE(spy_.Invested());
}

TEST_F(AlgorithmTradingTest, OfSeveralTargetsThoseThatSellComeFirst) {
  Security& ibm = world_.AddEquity(Ibm());
  world_.Trade(ibm, 50);
  world_.trading.SetHoldings(Ibm(), 0.8_m);
  const auto tickets =
      world_.trading.SetHoldings({PortfolioTarget(Spy(), 0.8_m), PortfolioTarget(Ibm(), 0.2_m)});
  ASSERT_EQ(tickets.size(), 2U);
  EXPECT_EQ(tickets[0]->GetSymbol(), Ibm());
  EXPECT_LT(tickets[0]->Quantity(), 0);
  EXPECT_EQ(tickets[1]->GetSymbol(), Spy());
}

TEST_F(AlgorithmTradingTest, LiquidateCancelsOpenOrdersBeforeItCloses) {
  world_.trading.MarketOrder(Spy(), 10);
  OrderTicket& resting = world_.trading.LimitOrder(Spy(), 5, 50);
  const auto tickets = world_.trading.Liquidate();
  ASSERT_EQ(tickets.size(), 1U);
  EXPECT_EQ(tickets[0]->Quantity(), -10);
  EXPECT_EQ(resting.Status(), OrderStatus::Canceled);
  EXPECT_EQ(resting.Tag(), "Liquidated");
  EXPECT_EQ(tickets[0]->Tag(), "Liquidated");
  EXPECT_FALSE(world_.portfolio.Invested());
}

TEST_F(AlgorithmTradingTest, LiquidateCanBeDisabled) {
  world_.trading.MarketOrder(Spy(), 10);
  world_.settings.SetLiquidateEnabled(false);
  EXPECT_TRUE(world_.trading.Liquidate().empty());
  EXPECT_TRUE(world_.portfolio.Invested());
}

TEST_F(AlgorithmTradingTest, LiquidateIgnoresWhatIsNotInTheRun) {
  EXPECT_TRUE(world_.trading.Liquidate(Ibm()).empty());
  EXPECT_EQ(world_.debug.size(), 1U);
}

}  // namespace
}  // namespace regimen
