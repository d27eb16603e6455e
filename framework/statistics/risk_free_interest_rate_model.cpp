#include "framework/statistics/risk_free_interest_rate_model.hpp"

#include <vector>

namespace regimen {

Decimal RiskFreeInterestRateModel::GetAverageRiskFreeRate(std::span<const DateTime> times) const {
  if (times.empty()) return 0;
  Decimal sum = 0;
  for (const DateTime time : times) sum += GetInterestRate(time);
  return sum / times.size();
}

Decimal RiskFreeInterestRateModel::GetRiskFreeRate(DateTime start, DateTime end) const {
  std::vector<DateTime> days;
  for (DateTime day = start.Date(); day <= end.Date(); day = day.AddDays(1)) days.push_back(day);
  return GetAverageRiskFreeRate(days);
}

}  // namespace regimen
