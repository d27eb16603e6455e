#include "framework/orders/order_request_type.hpp"

namespace regimen {

std::string_view ToText(OrderRequestType value) {
  switch (value) {
    case OrderRequestType::Submit:
      return "Submit";
    case OrderRequestType::Update:
      return "Update";
    case OrderRequestType::Cancel:
      return "Cancel";
  }
  return "?";
}

}  // namespace regimen
