#include "regime/detector/detector_options.hpp"

#include <string>

#include "regime/observation/feature_pipeline.hpp"
#include "regime/observation/regime_error.hpp"

namespace regimen {

namespace {

constexpr int kMostStates = 8;

void Require(bool holds, const std::string& message) {
  if (!holds) throw RegimeError(message);
}

}  // namespace

void DetectorOptions::Validate() const {
  const FeaturePipeline pipeline(features);
  fit.Validate();
  Require(window >= 10, "window: at least 10 bars were expected, not " + std::to_string(window));
  Require(minimum_bars == 0 || minimum_bars >= 10,
          "minimum_bars: 0 or at least 10 was expected, not " + std::to_string(minimum_bars));
  Require(minimum_bars <= window, "minimum_bars: at most the window's " + std::to_string(window) +
                                      " was expected, not " + std::to_string(minimum_bars));
  const int parameters = fit.FreeParameters(pipeline.Dimensions());
  Require(selection || fit.minimum_observations > 0 || BarsToBegin() >= parameters,
          "window: " + std::to_string(BarsToBegin()) + " bars cannot decide the " +
              std::to_string(parameters) + " parameters of " + std::to_string(fit.states) +
              " states; take fewer states or more bars");
  Require(half_life > 0, "half_life: a number above 0 was expected");
  Require(cold_start_bars >= 1, "cold_start_bars: at least 1 was expected");
  Require(bars_per_year > 0, "bars_per_year: a number above 0 was expected");
  if (selection) {
    Require(
        selection->max_states >= 1 && selection->max_states <= kMostStates,
        "selection.max_states: 1 to 8 was expected, not " + std::to_string(selection->max_states));
  }
  refit.Validate();
  switching.Validate();
  limits.Validate();
}

}  // namespace regimen
