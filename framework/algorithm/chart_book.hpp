#pragma once

#include <deque>
#include <string>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/statistics/chart.hpp"

namespace regimen {

// The charts a strategy draws: AddChart and Plot. The engine takes what is new at each sample and
// applies the limits of the configuration then.
//
// The engine's own series of "Strategy Equity" are refused with an ArgumentError. Not thread-safe.
class ChartBook {
 public:
  void Add(const Chart& chart);
  // Adds a point, making chart and series when they are new.
  void Plot(const std::string& chart, const std::string& series, DateTime utc_time, Decimal value);
  std::deque<Chart>& Charts() { return charts_; }

 private:
  Chart& ChartOf(const std::string& name);

  std::deque<Chart> charts_;
};

}  // namespace regimen
