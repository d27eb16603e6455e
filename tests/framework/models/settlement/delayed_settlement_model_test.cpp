#include "framework/models/settlement/delayed_settlement_model.hpp"

#include <gtest/gtest.h>

#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Spy;

class DelayedSettlementModelTest : public testing::Test {
 protected:
  void Apply(Decimal amount) {
    model_.ApplyFunds({world_.portfolio, spy_, world_.clock.UtcTime(), {amount, "USD"}});
  }
  Decimal CashAt(DateTime utc_time) {
    model_.Scan({world_.portfolio, spy_, utc_time});
    return world_.portfolio.Cash();
  }

  // Friday 10:00 New York.
  tests::TradingWorld world_{DateTime(2013, 10, 11, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
  DelayedSettlementModel model_;
};

TEST_F(DelayedSettlementModelTest, ASaleSettlesOnTheNextTradingDayAtSix) {
  Apply(1000);
  EXPECT_EQ(world_.portfolio.UnsettledCash(), 1000);
  EXPECT_EQ(CashAt(DateTime(2013, 10, 14, 9, 59, 59)), 100'000);
  EXPECT_EQ(CashAt(DateTime(2013, 10, 14, 10, 0, 0)), 101'000);
  EXPECT_EQ(world_.portfolio.UnsettledCash(), 0);
}

TEST_F(DelayedSettlementModelTest, TellsWhatIsStillUnsettled) {
  EXPECT_EQ(model_.GetUnsettledCash().Amount(), 0);
  Apply(1000);
  Apply(500);
  Apply(-200);
  EXPECT_EQ(model_.GetUnsettledCash().Amount(), 1500);
  EXPECT_EQ(model_.GetUnsettledCash().Currency(), "USD");
  CashAt(DateTime(2013, 10, 14, 10, 0, 0));
  EXPECT_EQ(model_.GetUnsettledCash().Amount(), 0);
}

TEST_F(DelayedSettlementModelTest, APurchaseIsPaidAtOnce) {
  Apply(-1000);
  EXPECT_EQ(world_.portfolio.Cash(), 99'000);
}

}  // namespace
}  // namespace regimen
