// How a chart series is drawn (LEAN Common/BaseSeries.cs); the numbers stand in result files.
#pragma once

#include <cstdint>

namespace regimen {

enum class SeriesType : std::uint8_t {
  Line,
  Scatter,
  Candle,
  Bar,
  Flag,
  StackedArea,
  Pie,
  Treemap,
  Heatmap = 9,
  Scatter3d
};

}  // namespace regimen
