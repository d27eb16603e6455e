#include "framework/orders/order_response_error_code.hpp"

namespace regimen {

std::string_view ToText(OrderResponseErrorCode value) {
  switch (value) {
    case OrderResponseErrorCode::None:
      return "None";
    case OrderResponseErrorCode::ProcessingError:
      return "ProcessingError";
    case OrderResponseErrorCode::OrderAlreadyExists:
      return "OrderAlreadyExists";
    case OrderResponseErrorCode::InsufficientBuyingPower:
      return "InsufficientBuyingPower";
    case OrderResponseErrorCode::BrokerageModelRefusedToSubmitOrder:
      return "BrokerageModelRefusedToSubmitOrder";
    case OrderResponseErrorCode::BrokerageFailedToSubmitOrder:
      return "BrokerageFailedToSubmitOrder";
    case OrderResponseErrorCode::BrokerageFailedToUpdateOrder:
      return "BrokerageFailedToUpdateOrder";
    case OrderResponseErrorCode::BrokerageHandlerRefusedToUpdateOrder:
      return "BrokerageHandlerRefusedToUpdateOrder";
    case OrderResponseErrorCode::BrokerageFailedToCancelOrder:
      return "BrokerageFailedToCancelOrder";
    case OrderResponseErrorCode::InvalidOrderStatus:
      return "InvalidOrderStatus";
    case OrderResponseErrorCode::UnableToFindOrder:
      return "UnableToFindOrder";
    case OrderResponseErrorCode::OrderQuantityZero:
      return "OrderQuantityZero";
    case OrderResponseErrorCode::UnsupportedRequestType:
      return "UnsupportedRequestType";
    case OrderResponseErrorCode::PreOrderChecksError:
      return "PreOrderChecksError";
    case OrderResponseErrorCode::MissingSecurity:
      return "MissingSecurity";
    case OrderResponseErrorCode::ExchangeNotOpen:
      return "ExchangeNotOpen";
    case OrderResponseErrorCode::SecurityPriceZero:
      return "SecurityPriceZero";
    case OrderResponseErrorCode::ForexBaseAndQuoteCurrenciesRequired:
      return "ForexBaseAndQuoteCurrenciesRequired";
    case OrderResponseErrorCode::ForexConversionRateZero:
      return "ForexConversionRateZero";
    case OrderResponseErrorCode::SecurityHasNoData:
      return "SecurityHasNoData";
    case OrderResponseErrorCode::ExceededMaximumOrders:
      return "ExceededMaximumOrders";
    case OrderResponseErrorCode::MarketOnCloseOrderTooLate:
      return "MarketOnCloseOrderTooLate";
    case OrderResponseErrorCode::InvalidRequest:
      return "InvalidRequest";
    case OrderResponseErrorCode::RequestCanceled:
      return "RequestCanceled";
    case OrderResponseErrorCode::AlgorithmWarmingUp:
      return "AlgorithmWarmingUp";
    case OrderResponseErrorCode::BrokerageModelRefusedToUpdateOrder:
      return "BrokerageModelRefusedToUpdateOrder";
    case OrderResponseErrorCode::QuoteCurrencyRequired:
      return "QuoteCurrencyRequired";
    case OrderResponseErrorCode::ConversionRateZero:
      return "ConversionRateZero";
    case OrderResponseErrorCode::NonTradableSecurity:
      return "NonTradableSecurity";
    case OrderResponseErrorCode::NonExercisableSecurity:
      return "NonExercisableSecurity";
    case OrderResponseErrorCode::OrderQuantityLessThanLotSize:
      return "OrderQuantityLessThanLotSize";
    case OrderResponseErrorCode::ExceedsShortableQuantity:
      return "ExceedsShortableQuantity";
    case OrderResponseErrorCode::InvalidNewOrderStatus:
      return "InvalidNewOrderStatus";
    case OrderResponseErrorCode::EuropeanOptionNotExpiredOnExercise:
      return "EuropeanOptionNotExpiredOnExercise";
    case OrderResponseErrorCode::OptionOrderOnStockSplit:
      return "OptionOrderOnStockSplit";
    case OrderResponseErrorCode::MarketOnOpenNotAllowedDuringRegularHours:
      return "MarketOnOpenNotAllowedDuringRegularHours";
  }
  return "?";
}

}  // namespace regimen
