#include "framework/orders/order_type.hpp"

namespace regimen {

std::string_view ToText(OrderType value) {
  switch (value) {
    case OrderType::Market:
      return "Market";
    case OrderType::Limit:
      return "Limit";
    case OrderType::StopMarket:
      return "StopMarket";
    case OrderType::StopLimit:
      return "StopLimit";
    case OrderType::MarketOnOpen:
      return "MarketOnOpen";
    case OrderType::MarketOnClose:
      return "MarketOnClose";
    case OrderType::OptionExercise:
      return "OptionExercise";
    case OrderType::LimitIfTouched:
      return "LimitIfTouched";
    case OrderType::ComboMarket:
      return "ComboMarket";
    case OrderType::ComboLimit:
      return "ComboLimit";
    case OrderType::ComboLegLimit:
      return "ComboLegLimit";
    case OrderType::TrailingStop:
      return "TrailingStop";
  }
  return "?";
}

}  // namespace regimen
