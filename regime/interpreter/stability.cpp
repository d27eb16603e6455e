#include "regime/interpreter/stability.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace regimen {

namespace {

constexpr int kShortRun = 5;  // shorter ones are noise rather than regimes

bool Between(double value, double low, double high) { return low <= value && value <= high; }

StabilityRating RatingOf(const Stability& s) {
  if (s.score >= 0.8 && s.persistence >= 0.7 && Between(s.mean_run, 20, 90)) {
    return StabilityRating::Excellent;
  }
  if (s.score >= 0.6 && s.persistence >= 0.6 && Between(s.mean_run, 10, 120)) {
    return StabilityRating::Good;
  }
  return s.score >= 0.4 ? StabilityRating::Fair : StabilityRating::Poor;
}

}  // namespace

std::string_view ToText(StabilityRating rating) {
  constexpr auto kNames = std::to_array<std::string_view>({"excellent", "good", "fair", "poor"});
  return kNames[static_cast<std::size_t>(rating)];
}

Stability StabilityOf(std::span<const int> runs) {
  double bars = 0;
  double steady = 0;
  for (const int run : runs) {
    bars += run;
    if (run >= kShortRun) steady += run;
  }
  if (bars == 0) return {};
  const double switches = static_cast<double>(runs.size() - 1) / bars;
  Stability result;
  result.mean_run = bars / static_cast<double>(runs.size());
  result.persistence = 1 - switches;
  result.consistency = steady / bars;
  result.score = (Between(result.mean_run, 20, 90) ? 0.3 : 0) +
                 0.3 * std::min(1.0, result.persistence / 0.6) + 0.2 * result.consistency +
                 0.2 * std::max(0.0, 1 - switches / 0.2);
  result.rating = RatingOf(result);
  result.tradeable = result.mean_run >= 10 && result.persistence >= 0.5 && result.score >= 0.4;
  return result;
}

}  // namespace regimen
