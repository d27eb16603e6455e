// The statistics of a run (LEAN Common/Statistics/StatisticsBuilder.cs).
#pragma once

#include "framework/statistics/statistics_input.hpp"
#include "framework/statistics/statistics_results.hpp"

namespace regimen {

// Computes the figures of the whole run, those of its rolling windows of 1, 3, 6 and 12 months and
// the printed summary. The first trading day's return is left out of all figures of returns, and a
// weekend counts as days of return 0 (LEAN's rules).
//
// Empty results for no portfolio value. Throws ArgumentError where performance and benchmark do not
// have the same points, or a figure is no finite number, and OverflowError for one out of range;
// LEAN shows no statistics then. O(points x 22 + trades x 22).
StatisticsResults GenerateStatistics(const StatisticsInput& input);

}  // namespace regimen
