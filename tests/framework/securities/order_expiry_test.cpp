#include "framework/securities/order_expiry.hpp"

#include <gtest/gtest.h>

#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Spy;

class OrderExpiryTest : public testing::Test {
 protected:
  // Whether an order of 10:00 New York, Monday, is over at this UTC time.
  bool ExpiredAt(DateTime utc_time, TimeInForce time_in_force,
                 DateTime placed = DateTime(2013, 10, 7, 14, 0, 0)) {
    Order order = Order::Market(security_.GetSymbol(), 1, placed);
    order.SetProperties(OrderProperties(time_in_force));
    world_.MoveTo(utc_time);
    return IsOrderExpired(security_, order);
  }

  tests::TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& security_ = world_.AddEquity(Spy());
};

TEST_F(OrderExpiryTest, GoodTilCanceledNeverEnds) {
  EXPECT_FALSE(ExpiredAt(DateTime(2030, 1, 1), TimeInForce::GoodTilCanceled));
}

TEST_F(OrderExpiryTest, ADayOrderEndsAtTheCloseOfItsSession) {
  EXPECT_FALSE(ExpiredAt(DateTime(2013, 10, 7, 19, 59, 59), TimeInForce::Day));
  EXPECT_TRUE(ExpiredAt(DateTime(2013, 10, 7, 20, 0, 0), TimeInForce::Day));
}

// Observed on LEAN: Day orders sent in the evening live until the next close.
TEST_F(OrderExpiryTest, ADayOrderOfTheEveningLivesUntilTheNextClose) {
  const DateTime evening(2013, 10, 7, 22, 0, 0);
  EXPECT_FALSE(ExpiredAt(DateTime(2013, 10, 8, 19, 59, 0), TimeInForce::Day, evening));
  EXPECT_TRUE(ExpiredAt(DateTime(2013, 10, 8, 20, 0, 0), TimeInForce::Day, evening));
}

TEST_F(OrderExpiryTest, AGoodTilDateOrderEndsAtTheCloseOfThatDate) {
  const TimeInForce dated = TimeInForce::GoodTilDate(DateTime(2013, 10, 10));
  EXPECT_FALSE(ExpiredAt(DateTime(2013, 10, 10, 19, 59, 0), dated));
  EXPECT_TRUE(ExpiredAt(DateTime(2013, 10, 10, 20, 0, 0), dated));
}

}  // namespace
}  // namespace regimen
