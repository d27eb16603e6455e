// The fine names of regimes.
#pragma once

#include <cstdint>
#include <string_view>

#include "regime/interpreter/regime.hpp"

namespace regimen {

// hidden-regime's ten names, by annual mean m and annual volatility v of a state, first match wins:
enum class RegimeLabel : std::uint8_t {
  CrisisBear,    // v > 40 %, m < -10 %
  Crisis,        // v > 40 %
  EuphoricBull,  // m > 20 %, v > 20 %
  Bull,          // m > 20 %
  CrashBear,     // m < -10 %, v > 20 %
  Bear,          // m < -10 %
  Uptrend,       // m > 5 %
  Downtrend,     // m < -5 %
  Flat,          // v < 10 %
  Sideways,      // everything else
  Unknown,
};

// Total: every pair of numbers has a label (Unknown where one of them is NaN).
RegimeLabel LabelOf(double annual_mean, double annual_volatility);

// Both kinds of Crisis are Crisis; Crash Bear, Bear and Downtrend Bear; Flat and Sideways Sideways;
// Uptrend and Bull Bull; Euphoric Bull Euphoric.
Regime RegimeOf(RegimeLabel label);

// "Crisis Bear".
std::string_view ToText(RegimeLabel label);

}  // namespace regimen
