#pragma once

#include <string>
#include <vector>

#include "framework/results/chart_collection.hpp"
#include "framework/statistics/statistics_input.hpp"
#include "framework/statistics/statistics_results.hpp"

namespace regimen {

// Statistics, or why there are none.
struct RunStatistics {
  StatisticsResults results;
  // Empty unless the statistics could not be computed; `results` is empty then, as in LEAN. To be
  // logged as an error.
  std::string error;
};

// Computes the statistics from the charts sampled so far and the rest of `input`, whose four series
// are ignored. `custom` (SetSummaryStatistic) goes behind LEAN's own. Before the first daily sample
// there are closed trades only.
RunStatistics ComputeRunStatistics(const ChartCollection& charts, StatisticsInput input,
                                   const std::vector<SummaryStatistics::Entry>& custom);

}  // namespace regimen
