#include "framework/orders/order_request_status.hpp"

namespace regimen {

std::string_view ToText(OrderRequestStatus value) {
  switch (value) {
    case OrderRequestStatus::Unprocessed:
      return "Unprocessed";
    case OrderRequestStatus::Processing:
      return "Processing";
    case OrderRequestStatus::Processed:
      return "Processed";
    case OrderRequestStatus::Error:
      return "Error";
  }
  return "?";
}

}  // namespace regimen
