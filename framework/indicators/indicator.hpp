#pragma once

#include "framework/indicators/indicator_base.hpp"

namespace regimen {

// An indicator of one number per input (LEAN's Indicator): of a bar or tick it takes the value.
class Indicator : public IndicatorBase {
 public:
  using IndicatorBase::IndicatorBase;

 protected:
  virtual Decimal ComputeNextValue(Decimal input) = 0;

 private:
  Result ValidateAndComputeNextValue(const BaseData& input) final {
    return {ComputeNextValue(input.Value())};
  }
};

}  // namespace regimen
