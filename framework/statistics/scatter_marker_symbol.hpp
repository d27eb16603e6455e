// The mark of a point in a scatter series (LEAN Common/Series.cs).
#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

enum class ScatterMarkerSymbol : std::uint8_t {
  None,
  Circle,
  Square,
  Diamond,
  Triangle,
  TriangleDown
};

// Returns the name that result files use: "none", ..., "triangle-down".
std::string_view ToText(ScatterMarkerSymbol value);

}  // namespace regimen
