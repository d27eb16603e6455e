#pragma once

#include "framework/indicators/indicator.hpp"

namespace regimen {

// EMA(n) = k x + (1 - k) EMA(n - 1), started by the mean of the first `period` inputs and 0 before
// (LEAN's ExponentialMovingAverage).
class ExponentialMovingAverage final : public Indicator {
 public:
  // k = 2 / (period + 1). Throws ArgumentError for a period below 1.
  explicit ExponentialMovingAverage(int period);
  ExponentialMovingAverage(std::string name, int period);
  ExponentialMovingAverage(std::string name, int period, Decimal smoothing_factor);

  // The k of a period.
  static Decimal SmoothingFactorDefault(int period);

  bool IsReady() const override { return Samples() >= period_; }
  std::optional<int> WarmUpPeriod() const override { return period_; }
  void Reset() override;

 private:
  Decimal ComputeNextValue(Decimal input) override;

  int period_;
  Decimal smoothing_factor_;
  Decimal sum_;
};

}  // namespace regimen
