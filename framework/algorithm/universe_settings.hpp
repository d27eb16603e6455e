#pragma once

#include "framework/core/data_normalization_mode.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/resolution.hpp"
#include "framework/core/time_span.hpp"

namespace regimen {

// What a security gets when AddEquity does not say otherwise (LEAN's UniverseSettings, same
// defaults).
struct UniverseSettings {
  regimen::Resolution Resolution = regimen::Resolution::Minute;
  // 0: the leverage of the brokerage model.
  Decimal Leverage = 0;
  bool FillForward = true;
  bool ExtendedMarketHours = false;
  TimeSpan MinimumTimeInUniverse = TimeSpan::FromDays(1);
  regimen::DataNormalizationMode DataNormalizationMode = regimen::DataNormalizationMode::Adjusted;
};

}  // namespace regimen
