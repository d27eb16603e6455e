// How a strategy follows the regime of one security.
#pragma once

#include <cstdint>
#include <optional>

#include "regime/bridge/regime_allocations.hpp"
#include "regime/detector/detector_options.hpp"
#include "regime/detector/refit_schedule.hpp"

namespace regimen {

// What happens to the allocation while the regime is less sure than `min_confidence`.
enum class LowConfidence : std::uint8_t {
  Hold,   // stays what it was
  Scale,  // the regime's, times confidence / min_confidence
  Cash,   // 0
};

// The names are those of hidden-regime's initialize_regime_detection.
struct RegimeOptions {
  // Shortcuts: these win over their counterparts in `detector` (fit.states, window,
  // refit.frequency), whose defaults are 3 states, 252 bars, weekly.
  std::optional<int> n_states = {};
  std::optional<int> lookback_days = {};
  std::optional<Retrain> retrain_frequency = {};

  RegimeAllocations regime_allocations = {};
  double min_confidence = 0;  // 0..1
  LowConfidence low_confidence = LowConfidence::Hold;

  // Each trade bar of the security's subscription is fed as it comes. Off: only what OnTradeBar
  // gets.
  bool automatic_feeding = true;

  // Everything else. Of bars other than daily ones `detector.bars_per_year` must be set.
  DetectorOptions detector = {};

  // The detector's options with the shortcuts in place.
  DetectorOptions Detector() const;

  // Throws ArgumentError naming what is out of its range.
  void Validate() const;
};

}  // namespace regimen
