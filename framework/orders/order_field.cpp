#include "framework/orders/order_field.hpp"

namespace regimen {

std::string_view ToText(OrderField value) {
  switch (value) {
    case OrderField::LimitPrice:
      return "LimitPrice";
    case OrderField::StopPrice:
      return "StopPrice";
    case OrderField::TriggerPrice:
      return "TriggerPrice";
    case OrderField::TrailingAmount:
      return "TrailingAmount";
    case OrderField::TrailingAsPercentage:
      return "TrailingAsPercentage";
  }
  return "?";
}

}  // namespace regimen
