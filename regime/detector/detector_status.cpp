#include "regime/detector/detector_status.hpp"

#include <array>
#include <cstddef>

namespace regimen {

std::string_view ToText(DetectorStatus status) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"warming up", "ready", "fit rejected", "series gap",
                                       "suspected split", "stale price", "invalid price"});
  return kNames[static_cast<std::size_t>(status)];
}

}  // namespace regimen
