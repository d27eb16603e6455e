#pragma once

#include "framework/market/base_data.hpp"

namespace regimen {

// A cash dividend, dated at midnight of the ex-date (LEAN's Dividend). Amounts are raw dollars a
// share whatever the normalization of the subscription.
class Dividend final : public BaseData {
 public:
  Dividend() : BaseData(MarketDataType::Auxiliary, Symbol(), DateTime(), DateTime()) {}
  // Source: distribution = round(reference - reference x price_factor_ratio, 2), half to even.
  Dividend(const Symbol& symbol, DateTime date, Decimal reference_price,
           Decimal price_factor_ratio);

  Decimal Distribution() const { return distribution_; }
  Decimal ReferencePrice() const { return reference_price_; }
  Decimal Value() const override { return distribution_; }

 private:
  Decimal distribution_;
  Decimal reference_price_;
};

}  // namespace regimen
