#include "framework/core/data_normalization_mode.hpp"

namespace regimen {

std::string_view ToText(DataNormalizationMode value) {
  switch (value) {
    case DataNormalizationMode::Raw:
      return "Raw";
    case DataNormalizationMode::Adjusted:
      return "Adjusted";
    case DataNormalizationMode::SplitAdjusted:
      return "SplitAdjusted";
    case DataNormalizationMode::TotalReturn:
      return "TotalReturn";
    case DataNormalizationMode::ForwardPanamaCanal:
      return "ForwardPanamaCanal";
    case DataNormalizationMode::BackwardsPanamaCanal:
      return "BackwardsPanamaCanal";
    case DataNormalizationMode::BackwardsRatio:
      return "BackwardsRatio";
    case DataNormalizationMode::ScaledRaw:
      return "ScaledRaw";
  }
  return "";
}

}  // namespace regimen
