#pragma once

#include "framework/market/base_data.hpp"
#include "framework/market/split_type.hpp"

namespace regimen {

// A share split or its announcement (LEAN's Split). The factor is the file's rounded one: new price
// = old price x factor, e.g. 0.1428572 for 7:1; the reference price is the last raw price.
class Split final : public BaseData {
 public:
  Split() : BaseData(MarketDataType::Auxiliary, Symbol(), DateTime(), DateTime()) {}
  Split(const Symbol& symbol, DateTime date, Decimal reference_price, Decimal split_factor,
        SplitType type)
      : BaseData(MarketDataType::Auxiliary, symbol, date, date),
        reference_price_(reference_price),
        split_factor_(split_factor),
        type_(type) {}

  SplitType Type() const { return type_; }
  Decimal SplitFactor() const { return split_factor_; }
  Decimal ReferencePrice() const { return reference_price_; }
  Decimal Value() const override { return reference_price_; }

 private:
  Decimal reference_price_;
  Decimal split_factor_;
  SplitType type_ = SplitType::Warning;
};

}  // namespace regimen
