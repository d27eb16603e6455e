#include "framework/statistics/interest_rate_provider.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace regimen {

InterestRateProvider::InterestRateProvider(std::vector<DatedRate> changes)
    : changes_(std::move(changes)) {
  std::ranges::stable_sort(changes_, {}, &DatedRate::date);
}

Decimal InterestRateProvider::GetInterestRate(DateTime date) const {
  if (changes_.empty()) return Decimal::FromScaled(1, 2);
  const auto later = std::ranges::upper_bound(changes_, date, {}, &DatedRate::date);
  return later == changes_.begin() ? later->rate : std::prev(later)->rate;
}

}  // namespace regimen
