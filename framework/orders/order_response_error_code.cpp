#include "framework/orders/order_response_error_code.hpp"

#include <array>
#include <cstddef>

namespace regimen {

namespace {

// By negated number.
constexpr std::array<std::string_view, 36> kNames{
    "None",
    "ProcessingError",
    "OrderAlreadyExists",
    "InsufficientBuyingPower",
    "BrokerageModelRefusedToSubmitOrder",
    "BrokerageFailedToSubmitOrder",
    "BrokerageFailedToUpdateOrder",
    "BrokerageHandlerRefusedToUpdateOrder",
    "BrokerageFailedToCancelOrder",
    "InvalidOrderStatus",
    "UnableToFindOrder",
    "OrderQuantityZero",
    "UnsupportedRequestType",
    "PreOrderChecksError",
    "MissingSecurity",
    "ExchangeNotOpen",
    "SecurityPriceZero",
    "ForexBaseAndQuoteCurrenciesRequired",
    "ForexConversionRateZero",
    "SecurityHasNoData",
    "ExceededMaximumOrders",
    "MarketOnCloseOrderTooLate",
    "InvalidRequest",
    "RequestCanceled",
    "AlgorithmWarmingUp",
    "BrokerageModelRefusedToUpdateOrder",
    "QuoteCurrencyRequired",
    "ConversionRateZero",
    "NonTradableSecurity",
    "NonExercisableSecurity",
    "OrderQuantityLessThanLotSize",
    "ExceedsShortableQuantity",
    "InvalidNewOrderStatus",
    "EuropeanOptionNotExpiredOnExercise",
    "OptionOrderOnStockSplit",
    "MarketOnOpenNotAllowedDuringRegularHours",
};

}  // namespace

std::string_view ToText(OrderResponseErrorCode value) {
  const auto index = static_cast<std::size_t>(-static_cast<int>(value));
  return index < kNames.size() ? kNames[index] : "?";
}

}  // namespace regimen
