#include "framework/models/fees/interactive_brokers_fee_model.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/models/fees/constant_fee_model.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Spy;
using tests::TradingWorld;

class InteractiveBrokersFeeModelTest : public testing::Test {
 protected:
  CashAmount FeeOf(Decimal quantity, Decimal price) {
    world_.Trade(spy_, price);
    return GetMarketOrderFees(spy_, quantity, world_.clock.UtcTime());
  }

  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

// LEAN's examples (spec lean-orders-and-portfolio 4.1): 688 shares 3.44, 697 shares 3.485, 100
// shares 1.
TEST_F(InteractiveBrokersFeeModelTest, SharesCostHalfACentEach) {
  EXPECT_EQ(FeeOf(688, 144), CashAmount(3.44_m, "USD"));
  EXPECT_EQ(FeeOf(-697, 144), CashAmount(3.485_m, "USD"));
}

TEST_F(InteractiveBrokersFeeModelTest, AtLeastADollarIsTakenWhateverTheValue) {
  EXPECT_EQ(FeeOf(100, 144).Amount(), 1);
  EXPECT_EQ(FeeOf(1, 0.01_m).Amount(), 1);
}

TEST_F(InteractiveBrokersFeeModelTest, AtMostHalfAPercentIsTakenOfALargeOrder) {
  EXPECT_EQ(FeeOf(1000, 0.5_m).Amount(), 2.5_m);
}

TEST_F(InteractiveBrokersFeeModelTest, KnowsNoCommissionForCrypto) {
  const Symbol bitcoin = tests::SymbolOf("BTCUSD 2XR", "BTCUSD");
  ASSERT_EQ(bitcoin.SecurityType(), SecurityType::Crypto);
  Security& security = world_.AddEquity(bitcoin);
  InteractiveBrokersFeeModel model;
  const Order order = Order::Market(bitcoin, 1, world_.clock.UtcTime());
  EXPECT_THROW(model.GetOrderFee({security, order}), ArgumentError);
}

TEST_F(InteractiveBrokersFeeModelTest, AConstantFeeIsTheSameForEveryOrder) {
  spy_.SetFeeModel(std::make_shared<ConstantFeeModel>(7.50_m));
  EXPECT_EQ(FeeOf(1, 144), CashAmount(7.5_m, "USD"));
  EXPECT_EQ(FeeOf(1000, 144).Amount().ToString(), "7.5");
}

}  // namespace
}  // namespace regimen
