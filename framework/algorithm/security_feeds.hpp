#pragma once

#include <optional>

#include "framework/core/data_normalization_mode.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/resolution.hpp"

namespace regimen {

// How the feeds of an added security are to be.
struct SecurityFeeds {
  regimen::Resolution resolution = regimen::Resolution::Minute;
  bool fill_forward = true;
  bool extended_market_hours = false;
  DataNormalizationMode normalization = DataNormalizationMode::Adjusted;
  // 0: the leverage of the brokerage model.
  Decimal leverage = 0;
};

}  // namespace regimen
