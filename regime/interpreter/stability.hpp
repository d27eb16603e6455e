// Do the regimes last?
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace regimen {

enum class StabilityRating : std::uint8_t { Excellent, Good, Fair, Poor };

std::string_view ToText(StabilityRating rating);

// hidden-regime's stability measures. A run is a stretch of bars in one regime.
struct Stability {
  double mean_run = 0;     // bars
  double persistence = 0;  // 1 - switches per bar
  double consistency = 0;  // share of the bars that lie in runs of at least five

  // 0..1: 0.3 if the mean run is 20 to 90 bars, 0.3 min(1, persistence / 0.6), 0.2 consistency,
  // 0.2 (1 - switches per bar / 0.2), not below 0.
  double score = 0;

  // Excellent: score 0.8, persistence 0.7, 20 to 90 bars. Good: 0.6, 0.6, 10 to 120. Fair: 0.4.
  StabilityRating rating = StabilityRating::Poor;

  // Mean run of at least 10 bars, persistence 0.5, score 0.4.
  bool tradeable = false;
};

// From the lengths of the runs in bars, the last one as far as it got.
Stability StabilityOf(std::span<const int> runs);

}  // namespace regimen
