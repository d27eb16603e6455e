#include "framework/core/market_data_type.hpp"

namespace regimen {

std::string_view ToText(MarketDataType value) {
  switch (value) {
    case MarketDataType::Base:
      return "Base";
    case MarketDataType::TradeBar:
      return "TradeBar";
    case MarketDataType::Tick:
      return "Tick";
    case MarketDataType::Auxiliary:
      return "Auxiliary";
    case MarketDataType::QuoteBar:
      return "QuoteBar";
    case MarketDataType::OptionChain:
      return "OptionChain";
    case MarketDataType::FuturesChain:
      return "FuturesChain";
  }
  return "";
}

}  // namespace regimen
