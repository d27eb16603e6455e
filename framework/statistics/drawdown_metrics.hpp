#pragma once

#include <span>

#include "framework/core/decimal.hpp"
#include "framework/statistics/timed_value.hpp"

namespace regimen {

// How deep the value of a portfolio fell below an earlier peak and how long it took to come back.
struct DrawdownMetrics {
  // The greatest fall as a fraction of the peak, positive: 0.022 for 2.2 %.
  Decimal drawdown;
  // The longest time from a peak until it was reached again, in whole days. A drawdown that never
  // ended does not count. A plateau counts from its last point.
  int recovery_days = 0;
};

namespace statistics {

// `equity` in time order; `digits` rounds the fraction half to even. Zero for fewer than two points
// and where a peak is 0 (LEAN: the division fails and both are 0). O(points).
DrawdownMetrics CalculateDrawdownMetrics(std::span<const TimedValue> equity, int digits = 2);

// How far `current` lies below `high` in percent, negative or 0. Requires: high is not 0, else
// ArgumentError.
Decimal DrawdownPercent(Decimal current, Decimal high, int digits = 2);

}  // namespace statistics

}  // namespace regimen
