#include "framework/securities/buying_power_model.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/models/fees/constant_fee_model.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Spy;
using tests::TradingWorld;

class BuyingPowerModelTest : public testing::Test {
 protected:
  void SetUp() override {
    world_.Trade(spy_, 100);
    spy_.SetFeeModel(std::make_shared<ConstantFeeModel>(0));
  }
  Decimal QuantityFor(Decimal target, Decimal minimum = 0) {
    return spy_.BuyingPowerModel()
        .GetMaximumOrderQuantityForTargetBuyingPower({world_.portfolio, spy_, target, minimum})
        .Quantity();
  }
  bool Affords(Decimal quantity) {
    const OrderTicket& ticket = world_.trading.LimitOrder(Spy(), quantity, 1);
    return ticket.Status() != OrderStatus::Invalid;
  }

  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

TEST_F(BuyingPowerModelTest, ATargetIsAFractionOfThePortfolioAsMargin) {
  EXPECT_EQ(QuantityFor(0.5_m), 1000);
  EXPECT_EQ(QuantityFor(-0.5_m), -1000);
  EXPECT_EQ(QuantityFor(0), 0);
}

TEST_F(BuyingPowerModelTest, OrdersAreRoundedSoThatTheMarginStaysBelowTheTarget) {
  world_.Trade(spy_, 99.99_m);
  EXPECT_EQ(QuantityFor(0.5_m), 1000);
  world_.Trade(spy_, 100.11_m);
  EXPECT_EQ(QuantityFor(0.5_m), 998);
  EXPECT_EQ(QuantityFor(-0.5_m), -998);
}

TEST_F(BuyingPowerModelTest, TheOrderIsTheDifferenceToWhatIsHeld) {
  world_.trading.MarketOrder(Spy(), 400);
  EXPECT_EQ(QuantityFor(0.5_m), 600);
  EXPECT_EQ(QuantityFor(-0.5_m), -1400);
  EXPECT_EQ(QuantityFor(0), -400);
}

TEST_F(BuyingPowerModelTest, AFeeLowersTheTargetByItsShare) {
  spy_.SetFeeModel(std::make_shared<ConstantFeeModel>(1));
  EXPECT_EQ(QuantityFor(0.5_m), 999);
}

// Takes the same margin whatever the quantity.
class FlatMargin : public BuyingPowerModel {
 public:
  Decimal GetInitialMarginRequirement(const InitialMarginParameters& /*parameters*/) override {
    return 60'000;
  }
};

TEST_F(BuyingPowerModelTest, AMarginThatDoesNotFallWithTheQuantityIsAnError) {
  spy_.SetBuyingPowerModel(std::make_shared<FlatMargin>());
  EXPECT_THROW(QuantityFor(0.5_m), ArgumentError);
}

TEST_F(BuyingPowerModelTest, ASecurityWithoutAPriceIsAnError) {
  Security& other = world_.AddEquity(tests::Ibm());
  const auto result = other.BuyingPowerModel().GetMaximumOrderQuantityForTargetBuyingPower(
      {world_.portfolio, other, 0.5_m, 0});
  EXPECT_TRUE(result.IsError());
  EXPECT_EQ(result.Quantity(), 0);
}

TEST_F(BuyingPowerModelTest, ADeltaIsAddedToTheMarginOfThePosition) {
  world_.trading.MarketOrder(Spy(), 400);
  const auto result = spy_.BuyingPowerModel().GetMaximumOrderQuantityForDeltaBuyingPower(
      {world_.portfolio, spy_, -5000, 0});
  EXPECT_EQ(result.Quantity(), -100);
}

TEST_F(BuyingPowerModelTest, AnOrderNeedsHalfItsValueAtTheMarketPrice) {
  EXPECT_TRUE(Affords(2000));
  EXPECT_FALSE(Affords(2001));
}

TEST_F(BuyingPowerModelTest, ClosingAPositionNeedsNothingAndReversingItGetsItsMarginTwice) {
  world_.trading.MarketOrder(Spy(), 2000);
  EXPECT_FALSE(Affords(1));
  EXPECT_TRUE(Affords(-2000));
  EXPECT_TRUE(Affords(-4000));
  EXPECT_FALSE(Affords(-4001));
}

TEST_F(BuyingPowerModelTest, PartOfThePortfolioMayBeKeptFree) {
  spy_.SetBuyingPowerModel(std::make_shared<BuyingPowerModel>(2, 0.5_m));
  EXPECT_TRUE(Affords(1000));
  EXPECT_FALSE(Affords(1001));
  EXPECT_EQ(QuantityFor(0.5_m), 500);
}

TEST_F(BuyingPowerModelTest, LeverageIsAtLeastOne) {
  EXPECT_THROW(BuyingPowerModel(0.5_m), ArgumentError);
  EXPECT_THROW(spy_.SetLeverage(0), ArgumentError);
  EXPECT_THROW(BuyingPowerModel({.initial_margin = 2}), ArgumentError);
}

}  // namespace
}  // namespace regimen
