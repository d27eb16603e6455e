#include "regime/bridge/regime_options.hpp"

#include <string>

#include "framework/core/error.hpp"

namespace regimen {

DetectorOptions RegimeOptions::Detector() const {
  DetectorOptions options = detector;
  options.fit.states = n_states.value_or(options.fit.states);
  options.window = lookback_days.value_or(options.window);
  options.refit.frequency = retrain_frequency.value_or(options.refit.frequency);
  return options;
}

void RegimeOptions::Validate() const {
  if (!(min_confidence >= 0 && min_confidence <= 1)) {
    throw ArgumentError("min_confidence: 0 to 1 was expected, not " +
                        std::to_string(min_confidence));
  }
}

}  // namespace regimen
