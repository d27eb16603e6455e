#pragma once

#include <span>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"

namespace regimen {

// The yearly interest that money earns without risk, as a fraction: 0.0225 for 2.25%. (LEAN:
// IRiskFreeInterestRateModel.)
class RiskFreeInterestRateModel {
 public:
  virtual ~RiskFreeInterestRateModel() = default;

  virtual Decimal GetInterestRate(DateTime date) const = 0;

  // The mean over the given times, a decimal sum by a count; 0 for none.
  Decimal GetAverageRiskFreeRate(std::span<const DateTime> times) const;
  // The mean over the calendar days from `start` to `end`, both included.
  Decimal GetRiskFreeRate(DateTime start, DateTime end) const;
};

}  // namespace regimen
