#include "framework/core/tick_type.hpp"

namespace regimen {

std::string_view ToText(TickType value) {
  switch (value) {
    case TickType::Trade:
      return "Trade";
    case TickType::Quote:
      return "Quote";
    case TickType::OpenInterest:
      return "OpenInterest";
  }
  return "";
}

}  // namespace regimen
