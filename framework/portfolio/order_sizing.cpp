#include "framework/portfolio/order_sizing.hpp"

#include "framework/core/math.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

Decimal AdjustByLotSize(const Security& security, Decimal quantity) {
  const Decimal lot = security.SymbolProperties().LotSize();
  const Decimal size = Math::Abs(quantity);
  Decimal remainder = size % lot;
  if (lot - remainder < lot / 1'000'000) remainder -= lot;
  return (size - remainder) * Math::Sign(quantity);
}

}  // namespace regimen
