// Whatever a strategy orders, cash and holdings must be the sum of the fills and fees.
#include <random>

#include <gtest/gtest.h>

#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Spy;
using tests::TradingWorld;

class RandomStrategy {
 public:
  RandomStrategy(TradingWorld& world, unsigned seed) : world_(world), random_(seed) {}

  void Step() {
    const Decimal quantity = Below(400) - 200;
    const Decimal price = world_.securities[Spy()].Price() + Below(9) - 4;
    switch (Below(10)) {
      case 0:
        Keep(world_.trading.MarketOrder(Spy(), quantity));
        break;
      case 1:
        Keep(world_.trading.LimitOrder(Spy(), quantity, price));
        break;
      case 2:
        Keep(world_.trading.StopMarketOrder(Spy(), quantity, price));
        break;
      case 3:
        Keep(world_.trading.StopLimitOrder(Spy(), quantity, price, price + 1));
        break;
      case 4:
        Keep(world_.trading.TrailingStopOrder(Spy(), quantity, {.amount = 2}));
        break;
      case 5:
        Keep(world_.trading.LimitIfTouchedOrder(Spy(), quantity, price, price - 1));
        break;
      case 6:
        if (!tickets_.empty()) Any().UpdateQuantity(quantity);
        break;
      case 7:
        if (!tickets_.empty()) Any().Cancel();
        break;
      case 8:
        world_.trading.SetHoldings(Spy(), Decimal(Below(5)) / 4);
        break;
      default:
        world_.trading.Liquidate();
    }
  }

  int Below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

 private:
  void Keep(OrderTicket& ticket) { tickets_.push_back(&ticket); }
  OrderTicket& Any() {
    return *tickets_[static_cast<std::size_t>(Below(static_cast<int>(tickets_.size())))];
  }

  TradingWorld& world_;
  std::mt19937 random_;
  std::vector<OrderTicket*> tickets_;
};

class ConservationTest : public testing::TestWithParam<unsigned> {};

TEST_P(ConservationTest, CashAndHoldingsAreTheSumOfFillsAndFees) {
  TradingWorld world(DateTime(2013, 10, 7, 14, 0, 0));
  Security& spy = world.AddEquity(Spy());
  RandomStrategy strategy(world, GetParam());
  Decimal price = 100;
  for (int step = 0; step < 300; ++step) {
    world.MoveTo(world.clock.UtcTime().AddMinutes(1));
    price += strategy.Below(7) - 3;
    world.Trade(spy, Bar(price, price + 2, price - 2, price), TimeSpan::FromMinutes(1));
    world.Quote(spy, price - 1, price + 1);
    world.handler.ProcessSynchronousEvents();
    strategy.Step();
    world.handler.ProcessSynchronousEvents();
  }
  Decimal cash = 100'000;
  Decimal held;
  for (const OrderEvent& event : world.events) {
    cash -= event.FillQuantity() * event.FillPrice() + event.OrderFee().Value().Amount();
    held += event.FillQuantity();
  }
  EXPECT_GT(world.fills.size(), 20U);
  EXPECT_EQ(world.portfolio.Cash(), cash);
  EXPECT_EQ(spy.Holdings.Quantity(), held);
  EXPECT_EQ(world.portfolio.TotalPortfolioValue(), cash + held * price);
  for (const OrderTicket* ticket : world.transactions.GetOrderTickets()) {
    EXPECT_LE(ticket->QuantityRemaining() * ticket->QuantityFilled() < 0, false)
        << ticket->ToString();
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ConservationTest, testing::Range(1U, 21U));

}  // namespace
}  // namespace regimen
