#pragma once

#include <cstddef>
#include <span>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/results/chart_collection.hpp"
#include "framework/results/portfolio_snapshot.hpp"

namespace regimen {

// How many groups have a series of their own (LEAN's portfolio-margin-series-count).
inline constexpr std::size_t kPortfolioMarginSeries = 40;

// Adds a day to the chart "Portfolio Margin": the percentage of the portfolio's value that each
// group's buying power takes, to 4 digits. The largest groups have their own series, the others are
// summed up in "OTHERS"; a series without value on this day is interrupted. Nothing for no groups
// (LEAN Common/Securities/Positions/PortfolioMarginChart.cs). O(groups x series).
void SamplePortfolioMargin(ChartCollection& charts, DateTime utc_time, Decimal portfolio_value,
                           std::span<const MarginGroup> groups);

}  // namespace regimen
