#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

// Why an order request was refused: LEAN's numbers.
enum class OrderResponseErrorCode : std::int8_t {
  None = 0,
  ProcessingError = -1,
  OrderAlreadyExists = -2,
  InsufficientBuyingPower = -3,
  BrokerageModelRefusedToSubmitOrder = -4,
  BrokerageFailedToSubmitOrder = -5,
  BrokerageFailedToUpdateOrder = -6,
  BrokerageHandlerRefusedToUpdateOrder = -7,
  BrokerageFailedToCancelOrder = -8,
  InvalidOrderStatus = -9,
  UnableToFindOrder = -10,
  OrderQuantityZero = -11,
  UnsupportedRequestType = -12,
  PreOrderChecksError = -13,
  MissingSecurity = -14,
  ExchangeNotOpen = -15,
  SecurityPriceZero = -16,
  ForexBaseAndQuoteCurrenciesRequired = -17,
  ForexConversionRateZero = -18,
  SecurityHasNoData = -19,
  ExceededMaximumOrders = -20,
  MarketOnCloseOrderTooLate = -21,
  InvalidRequest = -22,
  RequestCanceled = -23,
  AlgorithmWarmingUp = -24,
  BrokerageModelRefusedToUpdateOrder = -25,
  QuoteCurrencyRequired = -26,
  ConversionRateZero = -27,
  NonTradableSecurity = -28,
  NonExercisableSecurity = -29,
  OrderQuantityLessThanLotSize = -30,
  ExceedsShortableQuantity = -31,
  InvalidNewOrderStatus = -32,
  EuropeanOptionNotExpiredOnExercise = -33,
  OptionOrderOnStockSplit = -34,
  MarketOnOpenNotAllowedDuringRegularHours = -35,
};

// Returns the enumerator's name, as LEAN prints it.
std::string_view ToText(OrderResponseErrorCode value);

}  // namespace regimen
