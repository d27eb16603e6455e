#include "framework/securities/market_hours_state.hpp"

namespace regimen {

std::string_view ToText(MarketHoursState value) {
  switch (value) {
    case MarketHoursState::Closed:
      return "Closed";
    case MarketHoursState::PreMarket:
      return "PreMarket";
    case MarketHoursState::Market:
      return "Market";
    case MarketHoursState::PostMarket:
      return "PostMarket";
  }
  return "";
}

}  // namespace regimen
