#include "framework/models/fills/latest_price_fill_model.hpp"

#include "framework/securities/security.hpp"

namespace regimen {

Prices LatestPriceFillModel::GetPrices(const Security& asset, OrderDirection direction) {
  const SecurityCache& cache = asset.Cache;
  const TradeBar* trade = cache.LastTradeBar();
  const QuoteBar* quote = cache.LastQuoteBar();
  const bool has_ticks = GetSubscribedTypes(asset).tick && cache.LastTick() != nullptr;
  if (!has_ticks && direction != OrderDirection::Hold && trade != nullptr && quote != nullptr &&
      trade->EndTime() > quote->EndTime()) {
    return {trade->Time(), trade->EndTime(), trade->Prices()};
  }
  return ImmediateFillModel::GetPrices(asset, direction);
}

}  // namespace regimen
