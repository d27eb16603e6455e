#include "framework/orders/order_direction.hpp"

namespace regimen {

std::string_view ToText(OrderDirection value) {
  switch (value) {
    case OrderDirection::Buy:
      return "Buy";
    case OrderDirection::Sell:
      return "Sell";
    case OrderDirection::Hold:
      return "Hold";
  }
  return "?";
}

}  // namespace regimen
