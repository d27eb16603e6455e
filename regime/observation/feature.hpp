// What a model can look at.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace regimen {

// One number a bar, made of this bar and those before it, never of later ones. r is the logarithmic
// return of the close, p the mean of open, high, low and close; "n rows" are the last n, this one
// included. Where a formula comes to no finite number (it divides by zero, say) the observation
// is missing.
//
// The formulas are hidden-regime's (its observation component); Range is Parkinson's (1980).
enum class Feature : std::uint8_t {
  LogReturn,               // r
  AverageLogReturn,        // log(p / previous p)
  ReturnRatio,             // p / previous p
  AveragePrice,            // p
  PriceChange,             // p - previous p
  Range,                   // log(high / low)
  Volatility,              // sample standard deviation of r, 20 rows
  Rsi,                     // relative strength index with simple means, 14 rows: 0..100
  MomentumStrength,        // mean of r over 5 rows times mean of r over 20 rows
  TrendPersistence,        // correlation of r with time, 10 rows: -1..1
  VolatilityContext,       // standard deviation of r over 20 rows / over 60 rows
  DirectionalConsistency,  // |mean of the sign of r|, 15 rows: 0..1
  Macd,                    // exponential averages of the close: 12 rows - 26 rows
  MacdHistogram,           // Macd - its exponential average over 9 rows
  BollingerPosition,       // where the close is in the band of 20 rows, 2 deviations: 0..1 inside
  Sma,                     // mean of the close, 20 rows
  VolumeSma,               // mean of the volume, 20 rows
  VolumeRatio,             // volume / VolumeSma
  PriceVolumeTrend,        // sum of volume times relative change of the close, from the start
};

// Every feature, in the order of the enumeration.
std::span<const Feature> AllFeatures();

// hidden-regime's name: "log_return".
std::string_view ToText(Feature feature);

// Throws RegimeError that lists the known names.
Feature FeatureFromText(std::string_view name);

}  // namespace regimen
