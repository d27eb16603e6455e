// Is this bar what it claims to be?
#pragma once

#include "regime/detector/detector_status.hpp"
#include "regime/detector/series_limits.hpp"
#include "regime/observation/price_bar.hpp"
#include "regime/observation/rolling_values.hpp"

namespace regimen {

// Looks at each bar of a series once, against the bars before it. Not thread-safe.
class SeriesMonitor {
 public:
  explicit SeriesMonitor(const SeriesLimits& limits) : limits_(limits) {}

  // Returns: Ready for a sound bar; SeriesGap, SuspectedSplit, StalePrice or InvalidPrice
  // otherwise. Requires: the bar is later than the last one.
  DetectorStatus Check(const PriceBar& bar);

  // How many bars at the end of the series have the same close as the one before them.
  int UnchangedBars() const { return unchanged_; }

 private:
  DetectorStatus Judge(const PriceBar& bar, double log_return);
  bool LooksLikeSplit(double log_return) const;

  static constexpr std::size_t kReturnRows = 20;

  SeriesLimits limits_;
  RollingValues returns_{kReturnRows};
  BarTime time_ = {};
  double close_ = 0;  // 0: no bar yet
  int unchanged_ = 0;
};

}  // namespace regimen
