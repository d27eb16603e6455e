// How prices are adjusted for splits and dividends (spec values: they stand in result files).
#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

enum class DataNormalizationMode : std::uint8_t {
  Raw,
  Adjusted,
  SplitAdjusted,
  TotalReturn,
  ForwardPanamaCanal,
  BackwardsPanamaCanal,
  BackwardsRatio,
  ScaledRaw
};

// Returns the enumerator's name as LEAN writes it.
std::string_view ToText(DataNormalizationMode value);

}  // namespace regimen
