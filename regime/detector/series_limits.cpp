#include "regime/detector/series_limits.hpp"

#include <string>

#include "regime/observation/regime_error.hpp"

namespace regimen {

void SeriesLimits::Validate() const {
  if (max_gap_days < 1) throw RegimeError("limits.max_gap_days: at least 1 was expected");
  if (stale_bars < 2) throw RegimeError("limits.stale_bars: at least 2 was expected");
  if (!(split_tolerance >= 0 && split_tolerance < 0.2)) {
    throw RegimeError("limits.split_tolerance: 0 to 0.2 was expected, not " +
                      std::to_string(split_tolerance));
  }
  if (!(split_deviations > 0)) {
    throw RegimeError("limits.split_deviations: a number above 0 was expected, not " +
                      std::to_string(split_deviations));
  }
}

}  // namespace regimen
