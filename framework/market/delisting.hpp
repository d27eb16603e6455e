#pragma once

#include "framework/market/base_data.hpp"
#include "framework/market/delisting_type.hpp"

namespace regimen {

// The end of a security's trading or its announcement (LEAN's Delisting).
class Delisting final : public BaseData {
 public:
  Delisting() : BaseData(MarketDataType::Auxiliary, Symbol(), DateTime(), DateTime()) {}
  Delisting(const Symbol& symbol, DateTime date, Decimal price, DelistingType type)
      : BaseData(MarketDataType::Auxiliary, symbol, date, date), price_(price), type_(type) {}

  DelistingType Type() const { return type_; }
  // The last raw price seen; 0 when none was.
  Decimal Value() const override { return price_; }

 private:
  Decimal price_;
  DelistingType type_ = DelistingType::Warning;
};

}  // namespace regimen
