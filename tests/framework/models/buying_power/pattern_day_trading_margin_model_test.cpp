#include "framework/models/buying_power/pattern_day_trading_margin_model.hpp"

#include <gtest/gtest.h>

#include "framework/models/buying_power/constant_buying_power_model.hpp"
#include "framework/models/buying_power/null_buying_power_model.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Spy;

class PatternDayTradingMarginModelTest : public testing::Test {
 protected:
  void SetUp() override {
    world_.Trade(spy_, 100);
    spy_.SetBuyingPowerModel(std::make_shared<PatternDayTradingMarginModel>());
  }
  tests::TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

TEST_F(PatternDayTradingMarginModelTest, HalvesItsLeverageTenMinutesBeforeTheClose) {
  EXPECT_EQ(spy_.Leverage(), 4);
  world_.MoveTo(DateTime(2013, 10, 7, 19, 49, 59));
  EXPECT_EQ(spy_.Leverage(), 4);
  world_.MoveTo(DateTime(2013, 10, 7, 19, 50, 0));
  EXPECT_EQ(spy_.Leverage(), 2);
  EXPECT_EQ(spy_.BuyingPowerModel().GetInitialMarginRequirement({spy_, 1}), 50);
  spy_.SetLeverage(10);
  EXPECT_EQ(spy_.Leverage(), 2);
}

TEST_F(PatternDayTradingMarginModelTest, AConstantModelTakesTheSameForEveryShare) {
  spy_.SetBuyingPowerModel(std::make_shared<ConstantBuyingPowerModel>(30));
  world_.trading.MarketOrder(Spy(), 10);
  EXPECT_EQ(world_.portfolio.TotalMarginUsed(), 300);
}

TEST_F(PatternDayTradingMarginModelTest, TheNullModelRefusesNothing) {
  spy_.SetBuyingPowerModel(std::make_shared<NullBuyingPowerModel>());
  EXPECT_EQ(world_.trading.MarketOrder(Spy(), 1'000'000).Status(), OrderStatus::Filled);
  EXPECT_EQ(world_.portfolio.TotalMarginUsed(), 0);
}

}  // namespace
}  // namespace regimen
