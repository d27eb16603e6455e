#include "framework/orders/order_response_error_code.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

using enum OrderResponseErrorCode;

TEST(OrderResponseErrorCodeTest, HasLeansNamesByNumber) {
  EXPECT_EQ(ToText(None), "None");
  EXPECT_EQ(ToText(InsufficientBuyingPower), "InsufficientBuyingPower");
  EXPECT_EQ(ToText(ExceedsShortableQuantity), "ExceedsShortableQuantity");
  EXPECT_EQ(ToText(MarketOnOpenNotAllowedDuringRegularHours),
            "MarketOnOpenNotAllowedDuringRegularHours");
}

TEST(OrderResponseErrorCodeTest, NumbersWithoutANameAreAQuestionMark) {
  EXPECT_EQ(ToText(static_cast<OrderResponseErrorCode>(-36)), "?");
  EXPECT_EQ(ToText(static_cast<OrderResponseErrorCode>(1)), "?");
}

}  // namespace
}  // namespace regimen
