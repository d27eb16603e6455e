#include "framework/indicators/exponential_moving_average.hpp"

#include <utility>

namespace regimen {

namespace {

int CheckedPeriod(int period) {
  if (period < 1) throw ArgumentError("an exponential moving average needs a period of 1 or more");
  return period;
}

}  // namespace

ExponentialMovingAverage::ExponentialMovingAverage(int period)
    : ExponentialMovingAverage("EMA(" + std::to_string(period) + ")", period) {}

ExponentialMovingAverage::ExponentialMovingAverage(std::string name, int period)
    : ExponentialMovingAverage(std::move(name), period, SmoothingFactorDefault(period)) {}

ExponentialMovingAverage::ExponentialMovingAverage(std::string name, int period,
                                                   Decimal smoothing_factor)
    : Indicator(std::move(name)),
      period_(CheckedPeriod(period)),
      smoothing_factor_(smoothing_factor) {}

Decimal ExponentialMovingAverage::SmoothingFactorDefault(int period) {
  return Decimal(2) / (Decimal(1) + CheckedPeriod(period));
}

Decimal ExponentialMovingAverage::ComputeNextValue(Decimal input) {
  if (Samples() > period_) {
    return input * smoothing_factor_ + Current().Value() * (Decimal(1) - smoothing_factor_);
  }
  sum_ += input;
  return Samples() == period_ ? sum_ / period_ : Decimal();
}

void ExponentialMovingAverage::Reset() {
  sum_ = Decimal();
  Indicator::Reset();
}

}  // namespace regimen
