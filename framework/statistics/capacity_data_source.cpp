#include "framework/statistics/capacity_data_source.hpp"

#include "framework/market/quote_bar.hpp"
#include "framework/market/trade_bar.hpp"

namespace regimen {
namespace {

// Markets without volume data: what LEAN takes for a bar.
constexpr int kForexVolume = 25'000'000;
constexpr int kCfdVolume = 200;

Decimal QuoteVolume(const QuoteBar& bar, SecurityType type) {
  if (type == SecurityType::Forex) return kForexVolume;
  if (type == SecurityType::Cfd) return kCfdVolume;
  return (bar.LastBidSize() + bar.LastAskSize()) / 2;
}

}  // namespace

CapacityBar ToCapacityBar(const TradeBar& bar) {
  return {.close = bar.Close(), .volume = bar.Volume(), .period = bar.Period()};
}

CapacityBar ToCapacityBar(const QuoteBar& bar, SecurityType type) {
  return {.close = bar.Close(), .volume = QuoteVolume(bar, type), .period = bar.Period()};
}

}  // namespace regimen
