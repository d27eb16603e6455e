#include "framework/market/price_adjustment.hpp"

#include "framework/core/math.hpp"

namespace regimen {

PriceAdjustment::PriceAdjustment(Decimal factor, Decimal sum_of_dividends)
    : factor_(factor),
      inverse_(Decimal(1) / factor),
      sum_of_dividends_(sum_of_dividends),
      none_(factor == Decimal(1) && sum_of_dividends.IsZero()) {}

const PriceAdjustment& PriceAdjustment::None() {
  static const PriceAdjustment kNone;
  return kNone;
}

Decimal PriceAdjustment::Size(Decimal raw) const {
  return none_ ? raw : Math::Round(raw * inverse_);
}

}  // namespace regimen
