// Which fills make one trade (LEAN Common/Global.cs).
#pragma once

#include <cstdint>

namespace regimen {

enum class FillGroupingMethod : std::uint8_t {
  // Each opening fill is a trade of its own, closed by later opposite fills.
  FillToFill,
  // All fills from a flat position to the next flat position, or to the change of side.
  FlatToFlat,
  // Each reducing fill closes a trade against the opening fills.
  FlatToReduced
};

}  // namespace regimen
