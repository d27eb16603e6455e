#pragma once

#include "framework/core/decimal.hpp"

namespace regimen {

// How the raw prices of one trading date become the prices a strategy sees (LEAN
// PriceScalingExtensions): price' = price x factor + sum_of_dividends, volume' = round(volume x
// 1/factor).
//
// Immutable; bars keep a pointer to one, so the object must outlive them (the engine keeps every
// adjustment of a run until the strategy is gone). Prices are never rounded.
class PriceAdjustment {
 public:
  PriceAdjustment() = default;
  // Requires: factor > 0.
  explicit PriceAdjustment(Decimal factor, Decimal sum_of_dividends = Decimal());

  // The adjustment that changes nothing; lives for the whole process.
  static const PriceAdjustment& None();

  bool IsNone() const { return none_; }
  Decimal Factor() const { return factor_; }
  Decimal SumOfDividends() const { return sum_of_dividends_; }

  Decimal Price(Decimal raw) const {
    if (none_) return raw;
    return sum_of_dividends_.IsZero() ? raw * factor_ : raw * factor_ + sum_of_dividends_;
  }
  // Volumes and sizes are scaled by the inverse quotient and rounded half to even.
  Decimal Size(Decimal raw) const;

 private:
  Decimal factor_ = 1;
  Decimal inverse_ = 1;
  Decimal sum_of_dividends_;
  bool none_ = true;
};

}  // namespace regimen
