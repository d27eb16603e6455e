// Every way in which an order of shares is refused, with LEAN's code and text (Common/Messages and
// BrokerageTransactionHandler.cs).
#include <memory>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "framework/securities/shortable_provider.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen {
namespace {

using Code = OrderResponseErrorCode;
using tests::Ibm;
using tests::Spy;
using tests::TradingWorld;

constexpr const char* kNoPrice =
    ": The security does not have an accurate price as it has not yet received a bar of data. "
    "Before placing a trade (or using SetHoldings) warm up your algorithm with SetWarmup, or use "
    "slice.Contains(symbol) to confirm the Slice object has price before using the data. Data does "
    "not necessarily all arrive at the same time so your algorithm should confirm the data is "
    "ready before using it. In live trading this can mean you do not have an active subscription "
    "to the asset class you're trying to trade. If using custom data make sure you've set the "
    "'Value' property.";

// 10:00 New York on a Monday; SPY is quoted 99 to 101.
class OrderRefusalsTest : public testing::Test {
 protected:
  void SetUp() override {
    world_.Quote(spy_, 99, 101);
    world_.Trade(spy_, 100);
  }
  static void Expect(const OrderResponse& response, Code code, const std::string& text) {
    EXPECT_EQ(response.ErrorCode(), code);
    EXPECT_EQ(response.ErrorMessage(), text);
  }
  static void ExpectRefused(const OrderTicket& ticket, Code code, const std::string& text) {
    EXPECT_EQ(ticket.Status(), OrderStatus::Invalid);
    Expect(ticket.SubmitRequest().Response(), code, text);
  }

  TradingWorld world_{DateTime(2013, 10, 7, 14, 0, 0)};
  Security& spy_ = world_.AddEquity(Spy());
};

// Refused before it gets a number: no order, no event, the message in the strategy's error log.
TEST_F(OrderRefusalsTest, ChecksBeforeAnOrderHasANumber) {
  world_.AddEquity(Ibm());
  ExpectRefused(world_.trading.MarketOrder(Ibm(), 1), Code::SecurityPriceZero,
                std::string("IBM") + kNoPrice);
  ExpectRefused(world_.trading.LimitOrder(Spy(), 0, 100), Code::OrderQuantityZero,
                "Unable to submit order with id -10 that has zero quantity.");
  ExpectRefused(world_.trading.LimitOrder(Spy(), -0.5_m, 100), Code::OrderQuantityLessThanLotSize,
                "Unable to submit order with id -10 which quantity (0.5) is less than lot size "
                "(1).");
  ExpectRefused(world_.trading.MarketOnOpenOrder(Spy(), 1),
                Code::MarketOnOpenNotAllowedDuringRegularHours,
                "Cannot submit a MarketOnOpen order while the market is open.");
  world_.MoveTo(DateTime(2013, 10, 7, 19, 50, 0));
  ExpectRefused(world_.trading.MarketOnCloseOrder(Spy(), 1), Code::MarketOnCloseOrderTooLate,
                "MarketOnClose orders must be placed within 00:15:30 before market close. Override "
                "this TimeSpan buffer by setting Orders.MarketOnCloseOrder.SubmissionTimeBuffer in "
                "QCAlgorithm.Initialize().");
  world_.warming_up = true;
  ExpectRefused(world_.trading.LimitOrder(Spy(), 1, 100), Code::AlgorithmWarmingUp,
                "This operation is not allowed in Initialize or during warm up: "
                "OrderRequest.Submit. Please move this code to the OnWarmupFinished() method.");
  world_.warming_up = false;
  EXPECT_EQ(world_.errors.size(), 6U);
  EXPECT_TRUE(world_.events.empty());
  EXPECT_EQ(world_.transactions.OrdersCount(), 0);
}

TEST_F(OrderRefusalsTest, TooManyOrdersStopTheRun) {
  world_.trading.SetMaximumOrders(1);
  world_.trading.LimitOrder(Spy(), 1, 90);
  world_.trading.LimitOrder(Spy(), 1, 90);
  ExpectRefused(world_.trading.LimitOrder(Spy(), 1, 90), Code::ExceededMaximumOrders,
                "You have exceeded maximum number of orders (1), for unlimited orders upgrade "
                "your account.");
  EXPECT_TRUE(world_.stopped);
}

// Refused with a number: the order is Invalid, one event carries the text.
TEST_F(OrderRefusalsTest, ChecksOfMarginBrokerAndLender) {
  const std::string margin =
      "Order Error: ids: [1], Insufficient buying power to complete orders (Value:[1000000]), "
      "Reason: Id: 1, Initial Margin: 500050, Free Margin: 100000.";
  ExpectRefused(world_.trading.LimitOrder(Spy(), 10'000, 100), Code::InsufficientBuyingPower,
                margin);
  EXPECT_EQ(world_.events.back().Message(), margin);

  class Lender : public ShortableProvider {
   public:
    std::optional<std::int64_t> ShortableQuantity(const Symbol& /*symbol*/,
                                                  DateTime /*local_time*/) override {
      return 5;
    }
  };
  spy_.SetShortableProvider(std::make_shared<Lender>());
  const std::string lender = "Order exceeds shortable quantity 5 for Symbol SPY requested -6)";
  ExpectRefused(world_.trading.LimitOrder(Spy(), -6, 100), Code::ExceedsShortableQuantity, lender);
  EXPECT_EQ(world_.events.back().Message(), lender);
  EXPECT_EQ(world_.events.back().Status(), OrderStatus::Invalid);
}

// A broker that takes nothing and changes nothing.
class Refuses : public DefaultBrokerageModel {
 public:
  bool CanSubmitOrder(const Security& /*security*/, const Order& order,
                      std::optional<BrokerageMessageEvent>& message) override {
    if (order.Quantity() < 0) return true;
    message.emplace(BrokerageMessageType::Warning, "NotSupported", "no purchases");
    return false;
  }
  bool CanUpdateOrder(const Security& /*security*/, const Order& /*order*/,
                      const UpdateOrderRequest& /*request*/,
                      std::optional<BrokerageMessageEvent>& message) override {
    message.emplace(BrokerageMessageType::Warning, "NotSupported", "no changes");
    return false;
  }
};

TEST_F(OrderRefusalsTest, TheBrokersRefusalsNameItsReason) {
  TradingWorld world(DateTime(2013, 10, 7, 14, 0, 0), std::make_shared<Refuses>());
  Security& spy = world.AddEquity(Spy());
  world.Quote(spy, 99, 101);
  world.Trade(spy, 100);
  ExpectRefused(world.trading.LimitOrder(Spy(), 1, 90), Code::BrokerageModelRefusedToSubmitOrder,
                "BrokerageModel declared unable to submit order: [1] Warning - Code: NotSupported "
                "- no purchases");
  OrderTicket& sale = world.trading.LimitOrder(Spy(), -1, 110);
  sale.UpdateLimitPrice(111);
  world.handler.ProcessSynchronousEvents();
  Expect(sale.GetMostRecentOrderResponse(), Code::BrokerageModelRefusedToUpdateOrder,
         "OrderID: 2 Warning - Code: NotSupported - no changes");
  EXPECT_EQ(world.events.back().Status(), OrderStatus::Submitted);
  EXPECT_EQ(world.events.back().Message(), "BrokerageModel declared unable to update order");
}

TEST_F(OrderRefusalsTest, ChangesOfWhatCannotBeChanged) {
  OrderTicket& filled = world_.trading.MarketOrder(Spy(), 10);
  Expect(filled.UpdateQuantity(5), Code::InvalidOrderStatus,
         "Unable to update order with id 1 because it already has Filled status.");
  Expect(filled.Cancel(), Code::InvalidOrderStatus,
         "Unable to update order with id 1 because it already has Filled status.");
  OrderTicket& open = world_.trading.LimitOrder(Spy(), 10, 90);
  Expect(open.UpdateQuantity(0), Code::OrderQuantityZero,
         "Unable to update order with id 2 that has zero quantity.");
  open.UpdateQuantity(100'000);
  world_.handler.ProcessSynchronousEvents();
  EXPECT_EQ(open.GetMostRecentOrderResponse().ErrorCode(), Code::BrokerageFailedToUpdateOrder);
  EXPECT_TRUE(open.GetMostRecentOrderResponse().ErrorMessage().starts_with(
      "Brokerage failed to update order with id: 2, Symbol: SPY, Insufficient buying power to "
      "complete order, Reason: Id: 2, Initial Margin: "))
      << open.GetMostRecentOrderResponse().ErrorMessage();
  EXPECT_TRUE(open.Cancel().IsSuccess());
  Expect(open.Cancel(), Code::RequestCanceled,
         "Order 2 has already received a cancellation request.");
  Expect(world_.transactions.CancelOrder(77).CancelRequest()->Response(), Code::UnableToFindOrder,
         "Unable to locate order with id 77.");
}

}  // namespace
}  // namespace regimen
