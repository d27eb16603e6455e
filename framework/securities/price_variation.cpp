#include "framework/securities/price_variation.hpp"

#include "framework/securities/security.hpp"

namespace regimen {

Decimal GetMinimumPriceVariation(const Security& security, Decimal reference_price) {
  const Decimal tick = security.SymbolProperties().MinimumPriceVariation();
  if (security.Type() != SecurityType::Equity) return tick;
  if (security.NormalizationMode() != DataNormalizationMode::Raw) return Decimal();
  return reference_price < 1 ? Decimal::FromScaled(1, 4) : tick;
}

}  // namespace regimen
