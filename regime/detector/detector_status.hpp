// Whether a detector has something to say, and if not, why.
#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

// Only Ready comes with a regime; under every other status it is Unknown.
enum class DetectorStatus : std::uint8_t {
  WarmingUp,       // the window is not full yet
  Ready,           // there is a model, and the bar is sound
  FitRejected,     // the window cannot be fitted (FitSummary::message), such as a constant series
  SeriesGap,       // a hole in the series: the window fills anew behind it
  SuspectedSplit,  // the bar jumps by the factor of a split: not taken as a return
  StalePrice,      // the close has not moved for many bars: these are not taken as returns
  InvalidPrice,    // a price that is not a positive number: the bar is not taken at all
};

std::string_view ToText(DetectorStatus status);

}  // namespace regimen
