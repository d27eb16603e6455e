#include "framework/models/slippage/volume_share_slippage_model.hpp"

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/orders/order.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

namespace {

Decimal VolumeOf(const BaseData& data, OrderDirection direction) {
  switch (data.DataType()) {
    case MarketDataType::TradeBar:
      return static_cast<const TradeBar&>(data).Volume();
    case MarketDataType::QuoteBar: {
      const auto& quote = static_cast<const QuoteBar&>(data);
      return direction == OrderDirection::Buy ? quote.LastBidSize() : quote.LastAskSize();
    }
    default:
      throw InvalidOperationError("VolumeShareSlippageModel works on trade and quote bars; " +
                                  data.GetSymbol().Value() +
                                  " delivers other data: set another slippage model");
  }
}

// Currencies report no volume.
bool ReportsVolume(SecurityType type) {
  return type != SecurityType::Forex && type != SecurityType::Cfd && type != SecurityType::Crypto;
}

}  // namespace

Decimal VolumeShareSlippageModel::GetSlippageApproximation(const Security& asset,
                                                           const Order& order) {
  const BaseData* last = asset.GetLastData();
  if (last == nullptr) return Decimal();
  const Decimal volume = VolumeOf(*last, order.Direction());
  Decimal share = volume_limit_;
  if (volume > 0) {
    share = Math::Min(order.AbsoluteQuantity() / volume, volume_limit_);
  } else if (!ReportsVolume(asset.Type())) {
    return Decimal();
  }
  return share * share * price_impact_ * last->Value();
}

}  // namespace regimen
