#pragma once

#include <deque>
#include <string>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/statistics/chart.hpp"

namespace regimen {

// The charts a strategy draws: AddChart and Plot.
//
// Names that the engine's own charts use are refused. Not thread-safe.
class ChartBook {
 public:
  // At most `maximum_series` series over all charts; a series takes no more than `maximum_points`.
  void SetLimits(std::size_t maximum_series, std::size_t maximum_points);

  // Throws ArgumentError for a reserved name.
  void Add(const Chart& chart);
  // Adds a point, making chart and series when they are new. Returns false when a limit refuses it.
  bool Plot(const std::string& chart, const std::string& series, DateTime utc_time, Decimal value);
  const std::deque<Chart>& Charts() const { return charts_; }

 private:
  Chart& ChartOf(const std::string& name);
  std::size_t SeriesCount() const;

  std::deque<Chart> charts_;
  std::size_t maximum_series_ = 30;
  std::size_t maximum_points_ = 1'000'000;
};

}  // namespace regimen
