#include "framework/statistics/chart_point.hpp"

#include <cmath>

namespace regimen {

std::int64_t ChartPoint::X() const {
  return static_cast<std::int64_t>(std::nearbyint(time_.ToUnixSeconds()));
}

}  // namespace regimen
