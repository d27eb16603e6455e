#pragma once

#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/statistics/risk_free_interest_rate_model.hpp"

namespace regimen {

// A rate from the day on which it came into force.
struct DatedRate {
  DateTime date;
  Decimal rate;
};

// Interest rates by date: the last change at or before it, the first rate for dates before any
// change, 1% if there is none at all. LEAN's InterestRateProvider fills its table up to the wall
// clock's today; carrying the last rate on for ever gives the same for every date up to then.
//
// Immutable; reading it from several threads is safe. O(log changes).
class InterestRateProvider : public RiskFreeInterestRateModel {
 public:
  InterestRateProvider() = default;
  // In any order; of two changes on one date the later in the list counts.
  explicit InterestRateProvider(std::vector<DatedRate> changes);

  Decimal GetInterestRate(DateTime date) const override;

 private:
  std::vector<DatedRate> changes_;  // by date
};

}  // namespace regimen
