#pragma once

#include "framework/market/base_data.hpp"

namespace regimen {

// A value of an indicator, or one that is fed to it: a number at a time (LEAN's
// IndicatorDataPoint).
class IndicatorDataPoint final : public BaseData {
 public:
  // The zero point that an indicator shows before its first value.
  IndicatorDataPoint() = default;
  IndicatorDataPoint(DateTime time, Decimal value) : IndicatorDataPoint(Symbol(), time, value) {}
  IndicatorDataPoint(const Symbol& symbol, DateTime time, Decimal value)
      : BaseData(MarketDataType::Base, symbol, time, time), value_(value) {}

  Decimal Value() const override { return value_; }

 private:
  Decimal value_;
};

}  // namespace regimen
