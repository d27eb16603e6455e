// Charts as result files hold them.
#pragma once

#include <string>

#include "framework/results/internal/json_writer.hpp"
#include "framework/statistics/chart.hpp"

namespace regimen {

// One compact line: the series' looks, then `values`: [seconds, y], [seconds, open, high, low,
// close] or, of scatter series, {"x", "y"}. Pies have one value.
std::string SeriesToJson(const Series& series);

// The chart as an object; its series by index, then by number of points, then by the sum of values.
void WriteChart(JsonWriter& json, const Chart& chart);

}  // namespace regimen
