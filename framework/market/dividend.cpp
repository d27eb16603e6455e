#include "framework/market/dividend.hpp"

#include "framework/core/math.hpp"

namespace regimen {

Dividend::Dividend(const Symbol& symbol, DateTime date, Decimal reference_price,
                   Decimal price_factor_ratio)
    : BaseData(MarketDataType::Auxiliary, symbol, date, date),
      distribution_(Math::Round(reference_price - reference_price * price_factor_ratio, 2)),
      reference_price_(reference_price) {}

}  // namespace regimen
