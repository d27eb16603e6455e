// Fewer candles for the summary file.
#pragma once

#include <span>
#include <vector>

#include "framework/core/time_span.hpp"
#include "framework/statistics/candlestick.hpp"

namespace regimen {

// Merges candles in time order into one per `step`, counted from the first candle. Values are cut
// to integers, but for the first candle and for closes between two candles, which are interpolated
// (LEAN Common/SeriesSampler.cs). A candle that is longer than a step gives several, each opening
// at the close before it. Fewer than two candles are returned cut. O(candles + steps).
std::vector<Candlestick> ResampleCandlesticks(std::span<const Candlestick> candles, TimeSpan step);

}  // namespace regimen
