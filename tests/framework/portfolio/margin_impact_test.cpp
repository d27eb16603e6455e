#include "framework/portfolio/margin_impact.hpp"

#include <gtest/gtest.h>

#include "framework/portfolio/order_sizing.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Ibm;
using tests::Spy;
using tests::TradingWorld;

class MarginImpactTest : public testing::Test {
 protected:
  void SetUp() override {
    world_.Trade(spy_, 100);
    world_.Trade(ibm_, 50);
  }
  std::vector<std::string> Sorted(const std::vector<PortfolioTarget>& targets,
                                  TargetQuantity meaning) const {
    std::vector<std::string> texts;
    for (const PortfolioTarget& target :
         OrderTargetsByMarginImpact(targets, world_.securities, world_.transactions, meaning)) {
      texts.push_back(target.ToString());
    }
    return texts;
  }
  using Texts = std::vector<std::string>;

  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
  Security& ibm_ = world_.AddEquity(Ibm());
};

TEST_F(MarginImpactTest, LargeChangesComeFirst) {
  EXPECT_EQ(Sorted({{Spy(), 10}, {Ibm(), 30}}, TargetQuantity::Position),
            (Texts{"IBM: 30", "SPY: 10"}));
}

TEST_F(MarginImpactTest, EqualChangesKeepTheirOrder) {
  EXPECT_EQ(Sorted({{Spy(), 10}, {Ibm(), 20}}, TargetQuantity::Position),
            (Texts{"SPY: 10", "IBM: 20"}));
}

TEST_F(MarginImpactTest, WhatShrinksAPositionComesBeforeEverything) {
  world_.trading.MarketOrder(Ibm(), 10);
  EXPECT_EQ(Sorted({{Spy(), 100}, {Ibm(), 9}}, TargetQuantity::Position),
            (Texts{"IBM: 9", "SPY: 100"}));
  EXPECT_EQ(Sorted({{Spy(), 100}, {Ibm(), -1}}, TargetQuantity::Delta),
            (Texts{"IBM: -1", "SPY: 100"}));
}

TEST_F(MarginImpactTest, OpenOrdersCountAsHeld) {
  world_.trading.LimitOrder(Spy(), 10, 50);
  EXPECT_EQ(Sorted({{Spy(), 10}}, TargetQuantity::Position), Texts{});
}

TEST_F(MarginImpactTest, LessThanALotOrAnUntradableSecurityIsLeftOut) {
  ibm_.SetIsTradable(false);
  EXPECT_EQ(Sorted({{Spy(), 0.5_m}, {Ibm(), 10}}, TargetQuantity::Position), Texts{});
}

TEST_F(MarginImpactTest, AMillionthOfALotIsForgiven) {
  EXPECT_EQ(AdjustByLotSize(spy_, 9.9999999_m), 10);
  EXPECT_EQ(AdjustByLotSize(spy_, 9.99_m), 9);
  EXPECT_EQ(AdjustByLotSize(spy_, -9.99_m), -9);
}

}  // namespace
}  // namespace regimen
