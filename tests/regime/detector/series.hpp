// Series for the tests of this room.
#pragma once

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "regime/detector/detector_options.hpp"
#include "regime/detector/regime_detector.hpp"
#include "regime/model/gaussian_hmm.hpp"
#include "regime/observation/price_bar.hpp"
#include "tests/support/spy_bars.hpp"

namespace regimen::tests {

// Weekdays, one bar each, closing at 16:00; the first is Monday, 2018-01-01.
inline std::vector<BarTime> Weekdays(std::size_t count) {
  std::vector<BarTime> times;
  std::chrono::local_days day{std::chrono::year(2018) / 1 / 1};
  for (; times.size() < count; day += std::chrono::days(1)) {
    const std::chrono::weekday weekday(day);
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) continue;
    times.emplace_back(day + std::chrono::hours(16));
  }
  return times;
}

inline PriceBar BarAt(BarTime time, double close) {
  return {.time = time, .open = close, .high = close, .low = close, .close = close, .volume = 1};
}

// Bars with these logarithmic returns; the first bar closes at 100 and has none.
inline std::vector<PriceBar> BarsOf(const std::vector<double>& returns) {
  const std::vector<BarTime> times = Weekdays(returns.size() + 1);
  std::vector<PriceBar> bars = {BarAt(times[0], 100)};
  for (std::size_t i = 0; i < returns.size(); ++i) {
    bars.push_back(BarAt(times[i + 1], bars.back().close * std::exp(returns[i])));
  }
  return bars;
}

// Calm and rising (0.1 %, 0.5 %: Bull), or wild and falling (-0.4 %, 3 %: Crisis).
inline hmm::HmmParameters BullAndCrisis() {
  return hmm::MakeUnivariate({1, 0}, {0.98, 0.02, 0.04, 0.96}, {0.001, -0.004},
                             {0.005 * 0.005, 0.03 * 0.03});
}

inline hmm::HmmSample Simulated(std::size_t count, std::uint64_t seed = 7) {
  hmm::RandomStream random(seed);
  return hmm::GaussianHmm(BullAndCrisis()).Sample(count, random);
}

inline DetectorOptions TwoStates(Retrain frequency = Retrain::Weekly, int window = 120) {
  DetectorOptions options;
  options.fit.states = 2;
  options.window = window;
  options.refit.frequency = frequency;
  return options;
}

inline std::vector<RegimeSnapshot> Snapshots(const std::vector<PriceBar>& bars,
                                             const DetectorOptions& options) {
  RegimeDetector detector(options);
  std::vector<RegimeSnapshot> snapshots;
  for (const PriceBar& bar : bars) {
    detector.Update(bar);
    snapshots.push_back(detector.Snapshot());
  }
  return snapshots;
}

}  // namespace regimen::tests
