// The printed summary of a run.
#pragma once

#include "framework/statistics/portfolio_statistics.hpp"
#include "framework/statistics/statistics_input.hpp"
#include "framework/statistics/summary_statistics.hpp"

namespace regimen {

// LEAN's 27 names and texts in its order. How many decimals a text has depends on the scale of the
// number behind it: `0%`, `0.00%` and `0.000%` are all results of LEAN.
SummaryStatistics SummarizeStatistics(const PortfolioStatistics& statistics,
                                      const StatisticsInput& input);

}  // namespace regimen
