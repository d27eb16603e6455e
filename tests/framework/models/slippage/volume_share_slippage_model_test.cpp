#include "framework/models/slippage/volume_share_slippage_model.hpp"

#include <gtest/gtest.h>

#include "framework/orders/order.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Spy;

class VolumeShareSlippageModelTest : public testing::Test {
 protected:
  Decimal SlipOf(Decimal quantity, Decimal volume) {
    world_.Trade(spy_, Bar(100, 100, 100, 100), TimeSpan::FromMinutes(1), volume);
    VolumeShareSlippageModel model;
    return model.GetSlippageApproximation(spy_,
                                          Order::Market(Spy(), quantity, world_.clock.UtcTime()));
  }

  tests::TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

TEST_F(VolumeShareSlippageModelTest, GrowsWithTheSquareOfTheShareOfTheVolume) {
  // (10 / 1000)^2 x 0.1 x 100
  EXPECT_EQ(SlipOf(10, 1000), 0.001_m);
  EXPECT_EQ(SlipOf(-20, 1000), 0.004_m);
}

TEST_F(VolumeShareSlippageModelTest, IsCappedAtTheVolumeLimit) {
  // 0.025^2 x 0.1 x 100
  EXPECT_EQ(SlipOf(500, 1000), 0.00625_m);
}

TEST_F(VolumeShareSlippageModelTest, CountsABarWithoutVolumeAsTheLimit) {
  EXPECT_EQ(SlipOf(1, 0), 0.00625_m);
}

}  // namespace
}  // namespace regimen
