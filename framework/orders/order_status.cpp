#include "framework/orders/order_status.hpp"

namespace regimen {

std::string_view ToText(OrderStatus value) {
  switch (value) {
    case OrderStatus::New:
      return "New";
    case OrderStatus::Submitted:
      return "Submitted";
    case OrderStatus::PartiallyFilled:
      return "PartiallyFilled";
    case OrderStatus::Filled:
      return "Filled";
    case OrderStatus::Canceled:
      return "Canceled";
    case OrderStatus::None:
      return "None";
    case OrderStatus::Invalid:
      return "Invalid";
    case OrderStatus::CancelPending:
      return "CancelPending";
    case OrderStatus::UpdateSubmitted:
      return "UpdateSubmitted";
  }
  return "?";
}

}  // namespace regimen
