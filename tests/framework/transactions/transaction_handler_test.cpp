#include "framework/transactions/transaction_handler.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/models/fees/constant_fee_model.hpp"
#include "framework/models/fills/equity_fill_model.hpp"
#include "framework/securities/shortable_provider.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using tests::Ibm;
using tests::Spy;
using tests::TradingWorld;
using Texts = std::vector<std::string>;

// 10:00 New York on a Monday; SPY is quoted 99 to 101.
class TransactionHandlerTest : public testing::Test {
 protected:
  void SetUp() override {
    world_.Quote(spy_, 99, 101);
    world_.Trade(spy_, 100);
  }
  // The next minute, with a trade bar of this range and quotes around its close.
  void NextMinute(Decimal low, Decimal high, Decimal close) {
    world_.MoveTo(world_.clock.UtcTime().AddMinutes(1));
    world_.Trade(spy_, Bar(close, high, low, close), TimeSpan::FromMinutes(1));
    world_.Quote(spy_, close - 1, close + 1);
    world_.handler.ProcessSynchronousEvents();
  }
  OrderTicket& Limit(Decimal quantity, Decimal price) {
    return world_.trading.LimitOrder(Spy(), quantity, price);
  }

  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

TEST_F(TransactionHandlerTest, AMarketOrderFillsBeforeTheCallReturns) {
  const OrderTicket& ticket = world_.trading.MarketOrder(Spy(), 10);
  EXPECT_EQ(ticket.Status(), OrderStatus::Filled);
  EXPECT_EQ(world_.EventTexts(), (Texts{"1.1 Submitted", "1.2 Filled"}));
  EXPECT_EQ(world_.portfolio[Spy()].Quantity(), 10);
  EXPECT_EQ(world_.events[1].FillPrice(), 101);
  EXPECT_EQ(world_.events[1].OrderFee().Value(), CashAmount(1, "USD"));
}

TEST_F(TransactionHandlerTest, TheTradeBuilderHearsOfAFillBeforeTheStrategy) {
  bool builder_first = false;
  world_.on_order_event = [&](const OrderEvent& event) {
    if (event.Status() == OrderStatus::Filled) builder_first = world_.fills.size() == 1;
  };
  world_.trading.MarketOrder(Spy(), 10);
  EXPECT_TRUE(builder_first);
  EXPECT_EQ(world_.fill_contexts[0].fee_in_account_currency, 1);
  EXPECT_EQ(world_.fill_contexts[0].conversion_rate, 1);
}

TEST_F(TransactionHandlerTest, CashAndTicketKnowOfAFillBeforeTheStrategy) {
  Decimal cash;
  Decimal filled;
  world_.on_order_event = [&](const OrderEvent& event) {
    cash = world_.portfolio.Cash();
    filled = event.Ticket()->QuantityFilled();
  };
  world_.trading.MarketOrder(Spy(), 10);
  EXPECT_EQ(cash, 100'000 - 10 * 101 - 1);
  EXPECT_EQ(filled, 10);
}

TEST_F(TransactionHandlerTest, ARestingOrderWaitsForTheNextBar) {
  const OrderTicket& ticket = Limit(10, 100.5_m);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  NextMinute(100, 102, 101);
  EXPECT_EQ(ticket.Status(), OrderStatus::Filled);
}

TEST_F(TransactionHandlerTest, AnUpdatedOrderMayFillOnTheBarThatHasJustEnded) {
  OrderTicket& ticket = Limit(10, 90);
  NextMinute(95, 102, 101);
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  ticket.UpdateLimitPrice(96);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Status(), OrderStatus::Filled);
  EXPECT_EQ(world_.EventTexts(), (Texts{"1.1 Submitted", "1.2 UpdateSubmitted", "1.3 Filled"}));
}

TEST_F(TransactionHandlerTest, WaitingOrdersAreLookedAtInAscendingNumber) {
  Limit(1, 99);
  Limit(1, 100);
  NextMinute(98, 102, 101);
  EXPECT_EQ(world_.EventTexts(),
            (Texts{"1.1 Submitted", "2.1 Submitted", "1.2 Filled", "2.2 Filled"}));
}

TEST_F(TransactionHandlerTest, ACancelWaitsForTheDrainAndShowsPendingAtOnce) {
  OrderTicket& ticket = Limit(10, 90);
  ticket.Cancel("no more");
  EXPECT_EQ(ticket.Status(), OrderStatus::CancelPending);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Status(), OrderStatus::Canceled);
  EXPECT_EQ(ticket.Tag(), "no more");
  EXPECT_EQ(world_.EventTexts(), (Texts{"1.1 Submitted", "1.2 CancelPending", "1.3 Canceled"}));
  EXPECT_TRUE(world_.transactions.GetOrderById(1)->CanceledTime().has_value());
}

TEST_F(TransactionHandlerTest, ACancelRightAfterAnUpdateShowsBeforeIt) {
  OrderTicket& ticket = Limit(10, 90);
  ticket.UpdateLimitPrice(91);
  ticket.Cancel();
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(world_.EventTexts(),
            (Texts{"1.1 Submitted", "1.2 CancelPending", "1.3 UpdateSubmitted", "1.4 Canceled"}));
}

TEST_F(TransactionHandlerTest, QueuedRequestsRunBeforeTheNextSubmission) {
  OrderTicket& first = Limit(10, 90);
  first.Cancel();
  world_.trading.MarketOrder(Spy(), 1);
  EXPECT_EQ(world_.EventTexts(), (Texts{"1.1 Submitted", "1.2 CancelPending", "1.3 Canceled",
                                        "2.1 Submitted", "2.2 Filled"}));
}

TEST_F(TransactionHandlerTest, ACancelTagSticksToAFilledOrder) {
  OrderTicket& ticket = world_.trading.MarketOrder(Spy(), 10);
  const OrderResponse response = ticket.Cancel("too late");
  EXPECT_EQ(response.ErrorCode(), OrderResponseErrorCode::InvalidOrderStatus);
  EXPECT_EQ(ticket.Tag(), "too late");
  EXPECT_EQ(ticket.Status(), OrderStatus::Filled);
}

TEST_F(TransactionHandlerTest, CancellingByNumberErasesTheTag) {
  OrderTicket& ticket = world_.trading.LimitOrder(Spy(), 10, 90, {.tag = "entry"});
  world_.transactions.CancelOrder(1);
  EXPECT_EQ(ticket.Tag(), "");
}

TEST_F(TransactionHandlerTest, ARefusedUpdateChangesNothing) {
  OrderTicket& ticket = world_.trading.MarketOrder(Spy(), 10, {.tag = "entry"});
  EXPECT_EQ(ticket.UpdateQuantity(5, "smaller").ErrorCode(),
            OrderResponseErrorCode::InvalidOrderStatus);
  EXPECT_EQ(ticket.Tag(), "entry");
  EXPECT_EQ(ticket.UpdateRequests().size(), 1U);
}

TEST_F(TransactionHandlerTest, AClosedOrderTakesANewTag) {
  OrderTicket& ticket = world_.trading.MarketOrder(Spy(), 10, {.tag = "entry"});
  EXPECT_TRUE(ticket.UpdateTag("renamed").IsSuccess());
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Tag(), "renamed");
  EXPECT_EQ(ticket.Status(), OrderStatus::Filled);
}

TEST_F(TransactionHandlerTest, AnUpdateToZeroIsRefused) {
  EXPECT_EQ(Limit(10, 90).UpdateQuantity(0).ErrorCode(), OrderResponseErrorCode::OrderQuantityZero);
}

TEST_F(TransactionHandlerTest, OnlyAnUpdateSetsTheUpdateTime) {
  OrderTicket& ticket = Limit(10, 90);
  EXPECT_FALSE(world_.transactions.GetOrderById(1)->LastUpdateTime().has_value());
  ticket.UpdateLimitPrice(91);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(world_.transactions.GetOrderById(1)->LastUpdateTime(), world_.clock.UtcTime());
}

TEST_F(TransactionHandlerTest, AnOrderBeyondTheMarginIsInvalidAndKeepsItsNumber) {
  const OrderTicket& ticket = world_.trading.MarketOrder(Spy(), 10'000);
  EXPECT_EQ(ticket.Status(), OrderStatus::Invalid);
  EXPECT_EQ(ticket.OrderId(), 1);
  EXPECT_EQ(ticket.SubmitRequest().Response().ErrorCode(),
            OrderResponseErrorCode::InsufficientBuyingPower);
  EXPECT_EQ(world_.EventTexts(), (Texts{"1.1 Invalid"}));
  // 10,000 x 100 at leverage 2, and a fee of 0.005 a share.
  EXPECT_EQ(world_.events[0].Message(),
            "Order Error: ids: [1], Insufficient buying power to complete orders "
            "(Value:[1000000]), Reason: Id: 1, Initial Margin: 500050, Free Margin: 100000.");
  EXPECT_EQ(world_.errors, (Texts{world_.events[0].Message()}));
  EXPECT_TRUE(world_.transactions.GetOrderById(1)->BrokerId().empty());
}

TEST_F(TransactionHandlerTest, ARestingOrderDiesWhenTheMarginIsGone) {
  const OrderTicket& resting = Limit(1500, 50);
  world_.trading.MarketOrder(Spy(), 1000);
  NextMinute(100, 102, 101);
  EXPECT_EQ(resting.Status(), OrderStatus::Invalid);
}

TEST_F(TransactionHandlerTest, AnUpdateBeyondTheMarginIsRefusedAndTheOrderStays) {
  OrderTicket& ticket = Limit(10, 50);
  ticket.UpdateQuantity(100'000);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  EXPECT_EQ(ticket.Quantity(), 10);
  EXPECT_EQ(ticket.UpdateRequests()[0].Response().ErrorCode(),
            OrderResponseErrorCode::BrokerageFailedToUpdateOrder);
  EXPECT_EQ(world_.EventTexts(), (Texts{"1.1 Submitted", "1.2 Submitted"}));
}

TEST_F(TransactionHandlerTest, QuantitiesAreCutToWholeLotsWithOneWarning) {
  EXPECT_EQ(world_.trading.MarketOrder(Spy(), 10.9_m).Quantity(), 10);
  EXPECT_EQ(world_.trading.MarketOrder(Spy(), -10.9_m).Quantity(), -10);
  EXPECT_EQ(world_.errors.size(), 1U);
}

TEST_F(TransactionHandlerTest, PricesAreRoundedInRawModeOnly) {
  EXPECT_EQ(Limit(1, 90.123_m).Get(OrderField::LimitPrice), 90.123_m);
  Security& raw = world_.AddEquity(Ibm(), Resolution::Minute, DataNormalizationMode::Raw);
  world_.Trade(raw, 100);
  // Half to even.
  OrderTicket& ticket = world_.trading.LimitOrder(Ibm(), 1, 90.125_m);
  EXPECT_EQ(ticket.Get(OrderField::LimitPrice), 90.12_m);
  OrderTicket& penny = world_.trading.LimitOrder(Ibm(), 1, 0.12345_m);
  EXPECT_EQ(penny.Get(OrderField::LimitPrice), 0.1234_m);
  EXPECT_EQ(world_.errors.size(), 1U);
}

TEST_F(TransactionHandlerTest, TheHandlerMayTradeInsideAnEvent) {
  world_.on_order_event = [&](const OrderEvent& event) {
    if (event.OrderId() == 1 && event.Status() == OrderStatus::Filled) {
      world_.trading.MarketOrder(Spy(), -10);
    }
  };
  world_.trading.MarketOrder(Spy(), 10);
  EXPECT_EQ(world_.EventTexts(),
            (Texts{"1.1 Submitted", "1.2 Filled", "2.1 Submitted", "2.2 Filled"}));
  EXPECT_FALSE(world_.portfolio.Invested());
}

TEST_F(TransactionHandlerTest, ADayOrderIsCancelledAtTheCloseEvenIfTheLastBarWouldFillIt) {
  const OrderTicket& ticket =
      world_.trading.LimitOrder(Spy(), 10, 90, {.properties = OrderProperties(TimeInForce::Day)});
  world_.MoveTo(DateTime(2013, 10, 7, 20, 0, 0));
  world_.Trade(spy_, 80);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Status(), OrderStatus::Canceled);
  EXPECT_EQ(world_.events.back().Message(), "The order has expired.");
}

class Shortable : public ShortableProvider {
 public:
  std::optional<std::int64_t> ShortableQuantity(const Symbol&, DateTime) override { return 100; }
};

TEST_F(TransactionHandlerTest, AShortSaleBeyondWhatCanBeBorrowedIsInvalid) {
  spy_.SetShortableProvider(std::make_shared<Shortable>());
  EXPECT_EQ(world_.trading.MarketOrder(Spy(), -100).Status(), OrderStatus::Filled);
  const OrderTicket& ticket = world_.trading.MarketOrder(Spy(), -1);
  EXPECT_EQ(ticket.Status(), OrderStatus::Invalid);
  // LEAN's text, with its odd bracket.
  EXPECT_EQ(ticket.Tag(), "Order exceeds shortable quantity 100 for Symbol SPY requested -1)");
  EXPECT_EQ(ticket.SubmitRequest().Response().ErrorCode(),
            OrderResponseErrorCode::ExceedsShortableQuantity);
}

// Fills a fixed quantity whatever was ordered.
class Stubborn : public EquityFillModel {
 public:
  explicit Stubborn(Decimal quantity) : quantity_(quantity) {}
  OrderEvent MarketFill(Security& asset, const MarketOrder& order) override {
    OrderEvent fill = EquityFillModel::MarketFill(asset, order);
    fill.SetFillQuantity(quantity_);
    return fill;
  }

 private:
  Decimal quantity_;
};

TEST_F(TransactionHandlerTest, AFillModelThatFillsWhatWasNotOrderedEndsTheRunByName) {
  for (const Decimal quantity : {Decimal(-10), Decimal(11)}) {
    spy_.SetFillModel(std::make_shared<Stubborn>(quantity));
    try {
      world_.trading.MarketOrder(Spy(), 10);
      FAIL() << "no error for " << quantity;
    } catch (const InvalidOperationError& error) {
      EXPECT_NE(std::string(error.what()).find("Stubborn"), std::string::npos) << error.what();
    }
  }
}

// Fills so many shares, with the order's sign, and leaves the rest.
class Partial : public EquityFillModel {
 public:
  explicit Partial(Decimal size) : size_(size) {}
  OrderEvent MarketFill(Security& asset, const MarketOrder& order) override {
    OrderEvent fill = EquityFillModel::MarketFill(asset, order);
    fill.SetFillQuantity(order.Quantity().Sign() * size_);
    fill.SetStatus(OrderStatus::PartiallyFilled);
    return fill;
  }

 private:
  Decimal size_;
};

TEST_F(TransactionHandlerTest, NothingIsLeftToFillOfAnOrderCutBelowWhatItHasFilled) {
  spy_.SetFillModel(std::make_shared<Partial>(6));
  OrderTicket& ticket = world_.trading.MarketOrder(Spy(), 10);
  ASSERT_EQ(ticket.QuantityFilled(), 6);
  ticket.UpdateQuantity(4);
  try {
    world_.handler.ProcessSynchronousEvents();
    FAIL() << "filled " << ticket.QuantityFilled() << " of 4";
  } catch (const InvalidOperationError& error) {
    EXPECT_NE(std::string(error.what()).find("only 0 of 4 are left"), std::string::npos)
        << error.what();
  }
}

TEST_F(TransactionHandlerTest, AnOrderTurnedRoundMayHaveFilledNothingInAll) {
  spy_.SetFillModel(std::make_shared<Partial>(6));
  OrderTicket& ticket = world_.trading.MarketOrder(Spy(), 10);
  std::vector<Decimal> filled;
  world_.on_order_event = [&](const OrderEvent& /*event*/) {
    filled.push_back(ticket.QuantityFilled());
    if (filled.back() == 0) {
      EXPECT_EQ(ticket.AverageFillPrice(), 0);
    }
  };
  ticket.UpdateQuantity(-10);
  world_.handler.ProcessSynchronousEvents();
  // The update, then a fill at each of the two scans.
  EXPECT_EQ(filled, (std::vector<Decimal>{6, 0, -6}));
}

// Fills at a fixed price, the whole order a given number of times.
class Generous : public EquityFillModel {
 public:
  Generous(Decimal price, std::size_t times) : price_(price), times_(times) {}
  std::vector<OrderEvent> Fill(const FillModelParameters& parameters) override {
    OrderEvent fill = EquityFillModel::Fill(parameters).front();
    fill.SetFillPrice(price_);
    return std::vector<OrderEvent>(times_, fill);
  }

 private:
  Decimal price_;
  std::size_t times_;
};

TEST_F(TransactionHandlerTest, AFillModelThatPaysOrFillsTwiceEndsTheRunByName) {
  const std::vector<std::pair<std::shared_ptr<Generous>, std::string>> cases{
      {std::make_shared<Generous>(-1, 1), "at -1, below zero"},
      {std::make_shared<Generous>(100, 2), "only 10 of 10 are left to fill"}};
  for (const auto& [model, what] : cases) {
    spy_.SetFillModel(model);
    try {
      world_.trading.MarketOrder(Spy(), 10);
      FAIL() << "no error: " << what;
    } catch (const InvalidOperationError& error) {
      const std::string text = error.what();
      EXPECT_NE(text.find("Generous"), std::string::npos) << text;
      EXPECT_NE(text.find(what), std::string::npos) << text;
    }
  }
}

class Failing : public EquityFillModel {
 public:
  OrderEvent MarketFill(Security& /*asset*/, const MarketOrder& /*order*/) override {
    throw std::runtime_error("no idea");
  }
};

TEST_F(TransactionHandlerTest, AFillModelThatThrowsLeavesTheOrderWaiting) {
  spy_.SetFillModel(std::make_shared<Failing>());
  const OrderTicket& ticket = world_.trading.MarketOrder(Spy(), 10);
  EXPECT_EQ(ticket.Status(), OrderStatus::Submitted);
  EXPECT_EQ(world_.errors,
            (Texts{"Order Error: id: 1, Transaction model failed to fill for order type: Market "
                   "with error: no idea"}));
  spy_.SetFillModel(std::make_shared<EquityFillModel>());
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(ticket.Status(), OrderStatus::Filled);
}

TEST_F(TransactionHandlerTest, AComboFillsWholeOrNotAtAll) {
  Security& ibm = world_.AddEquity(Ibm());
  world_.Quote(ibm, 49, 51);
  world_.Trade(ibm, 50);
  const auto tickets =
      world_.trading.ComboMarketOrder({Leg::Create(Spy(), 1), Leg::Create(Ibm(), -2)}, 10);
  ASSERT_EQ(tickets.size(), 2U);
  EXPECT_EQ(tickets[1]->QuantityFilled(), -20);
  EXPECT_EQ(world_.EventTexts(),
            (Texts{"1.1 Submitted", "2.1 Submitted", "1.2 Filled", "2.2 Filled"}));
}

TEST_F(TransactionHandlerTest, ARequestOfAComboNeedsItsGroupAndNoOtherMayHaveOne) {
  SubmitOrderRequest::Fields fields{.order_type = OrderType::ComboLimit,
                                    .symbol = Spy(),
                                    .quantity = 10,
                                    .time = world_.clock.UtcTime()};
  EXPECT_THROW(world_.trading.SubmitOrderRequest(SubmitOrderRequest(fields)), ArgumentError);
  fields.order_type = OrderType::Limit;
  fields.group_order_manager = std::make_shared<GroupOrderManager>(1, 1, 10);
  EXPECT_THROW(world_.transactions.AddOrder(SubmitOrderRequest(fields)), ArgumentError);
  EXPECT_TRUE(world_.events.empty());
}

TEST_F(TransactionHandlerTest, CancellingOneLegCancelsTheCombo) {
  Security& ibm = world_.AddEquity(Ibm());
  world_.Trade(ibm, 50);
  const auto tickets =
      world_.trading.ComboLimitOrder({Leg::Create(Spy(), 1), Leg::Create(Ibm(), -1)}, 10, 0.1_m);
  tickets[1]->Cancel();
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(tickets[0]->Status(), OrderStatus::Canceled);
  EXPECT_EQ(tickets[1]->Status(), OrderStatus::Canceled);
}

TEST_F(TransactionHandlerTest, ADelistedPositionIsClosedAtItsLastPriceWithoutAFee) {
  world_.trading.MarketOrder(Spy(), 10);
  const OrderTicket& resting = Limit(1, 50);
  Delistings delistings;
  delistings.Add() = Delisting(Spy(), DateTime(2013, 10, 8), 100, DelistingType::Delisted);
  const Decimal cash = world_.portfolio.Cash();
  world_.transactions.ProcessDelistings(delistings);
  EXPECT_EQ(world_.portfolio.Cash(), cash + 1000);
  const Order order = *world_.transactions.GetOrderById(3);
  EXPECT_EQ(order.Tag(), "Liquidate from delisting");
  EXPECT_EQ(order.PriceCurrency(), "");
  EXPECT_FALSE(order.OrderSubmissionData().has_value());
  EXPECT_EQ(world_.events[3].Status(), OrderStatus::Filled);
  EXPECT_EQ(resting.Status(), OrderStatus::CancelPending);
}

TEST_F(TransactionHandlerTest, NothingHappensWithoutOrders) {
  world_.handler.ProcessSynchronousEvents();
  EXPECT_TRUE(world_.events.empty());
  EXPECT_EQ(world_.transactions.OrdersCount(), 0);
}

TEST_F(TransactionHandlerTest, OpenOrdersOfOneSymbolAreCancelledByTheirTag) {
  Limit(1, 50);
  Limit(1, 51);
  world_.transactions.CancelOpenOrders(Spy(), "enough");
  world_.handler.ProcessSynchronousEvents();
  for (const Order& order : world_.transactions.GetOrders()) {
    EXPECT_EQ(order.Status(), OrderStatus::Canceled);
    EXPECT_EQ(order.Tag(), "enough");
  }
  EXPECT_TRUE(world_.transactions.GetOpenOrders().empty());
}

TEST_F(TransactionHandlerTest, TheTagOfABulkCancelNamesTheInstant) {
  OrderTicket& ticket = Limit(1, 50);
  world_.transactions.CancelOpenOrders();
  EXPECT_EQ(ticket.Tag(), "Canceled by CancelOpenOrders() at 2013-10-07T14:00:00.0000000Z");
}

}  // namespace
}  // namespace regimen
