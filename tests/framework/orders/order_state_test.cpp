#include "framework/orders/order_state.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace regimen {
namespace {

using enum OrderStatus;

const std::vector<OrderStatus> kAll = {New,  Submitted, PartiallyFilled, Filled,         Canceled,
                                       None, Invalid,   CancelPending,   UpdateSubmitted};

// The events that may follow each status, besides those that leave a closed order alone.
const std::vector<std::pair<OrderStatus, std::vector<OrderStatus>>> kAllowed = {
    {New, {New, Submitted, Canceled, Invalid}},
    {Submitted,
     {Submitted, PartiallyFilled, Filled, Canceled, Invalid, CancelPending, UpdateSubmitted}},
    {PartiallyFilled, {PartiallyFilled, Filled, Canceled, Invalid, CancelPending, UpdateSubmitted}},
    {Filled, {Filled}},
    {Canceled, {Canceled}},
    {None, {None, Submitted, Invalid}},
    {Invalid, {Invalid}},
    {CancelPending,
     {CancelPending, Submitted, PartiallyFilled, Filled, Canceled, Invalid, UpdateSubmitted}},
    {UpdateSubmitted, {UpdateSubmitted, PartiallyFilled, Filled, Canceled, Invalid, CancelPending}},
};

bool Contains(const std::vector<OrderStatus>& list, OrderStatus status) {
  return std::find(list.begin(), list.end(), status) != list.end();
}

TEST(OrderStateTest, EveryPairOfStatusAndEventIsDecided) {
  for (const auto& [from, allowed] : kAllowed) {
    for (const OrderStatus event : kAll) {
      const auto next = NextStatus(from, event);
      const std::string pair = std::string(ToText(from)) + " after " + std::string(ToText(event));
      if (Contains(allowed, event)) {
        EXPECT_EQ(next, event) << pair;
      } else if (event == Invalid) {
        EXPECT_EQ(next, from) << pair;
      } else {
        EXPECT_EQ(next, std::nullopt) << pair;
      }
    }
  }
}

TEST(OrderStateTest, AClosedOrderNeverOpensAgain) {
  for (const OrderStatus from : {Filled, Canceled, Invalid}) {
    for (const OrderStatus event : kAll) {
      const auto next = NextStatus(from, event);
      EXPECT_TRUE(!next || IsClosed(*next)) << ToText(from) << " after " << ToText(event);
    }
  }
}

TEST(OrderStateTest, ARefusedUpdateLeavesAFilledOrderFilled) {
  EXPECT_EQ(NextStatus(Filled, Invalid), Filled);
  EXPECT_EQ(NextStatus(Canceled, Invalid), Canceled);
}

TEST(OrderStateTest, AnOrderWhoseCancellationWaitsMayStillFill) {
  EXPECT_EQ(NextStatus(CancelPending, Filled), Filled);
}

}  // namespace
}  // namespace regimen
