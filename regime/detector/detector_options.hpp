// How a series is turned into regimes.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "regime/detector/refit_schedule.hpp"
#include "regime/detector/series_limits.hpp"
#include "regime/detector/state_choice.hpp"
#include "regime/model/fit_options.hpp"
#include "regime/model/state_selection.hpp"
#include "regime/observation/feature.hpp"

namespace regimen {

enum class WindowType : std::uint8_t {
  Rolling,      // the last `window` bars
  Expanding,    // all bars, from `window` on
  Exponential,  // the last `window` bars, a bar `half_life` bars back weighs half
};

// All settings that a detector's results depend on, and nothing else. The defaults are those that
// did best in walk-forward measurements on daily index returns: a weak prior on the variances, a
// sticky one on the transitions, warm refits with a cold pair every 21 bars that is adopted only if
// it is better by more than 1 nat.
struct DetectorOptions {
  // The observation, a dimension each; of the close by default.
  std::vector<Feature> features = {Feature::LogReturn};

  // The model: states, covariances, emission, priors, tolerance, restarts. Its `starts` are the
  // cold starts, its `warm_margin` the adoption margin in nats. Missing observations are always
  // skipped.
  hmm::FitOptions fit = {
      .states = 3,
      .prior = {.sticky_count = 10},
      .starts = {hmm::InitMethod::VolatilitySplit, hmm::InitMethod::KMeans},
      .tolerance = 4e-8,  // 1e-5 nats on 252 bars
      .max_iterations = 500,
  };

  // Lets the data choose among 1 to max_states states at each cold refit; `fit.states` is then
  // disregarded.
  std::optional<hmm::SelectionOptions> selection = {};

  int window = 252;  // bars
  WindowType window_type = WindowType::Rolling;
  double half_life = 126;  // bars, of WindowType::Exponential

  // Begin with so many bars already; 0: with a full window.
  int minimum_bars = 0;

  RefitSchedule refit = {};

  // Refits are warm, from the model before; after so many bars one is cold as well (1: always).
  int cold_start_bars = 21;

  SwitchRule switching = {};
  SeriesLimits limits = {};

  // Makes a mean and a volatility annual, to name states by: 252 for daily bars.
  double bars_per_year = 252;

  // The bars before the first model.
  int BarsToBegin() const { return minimum_bars > 0 ? minimum_bars : window; }

  // Throws RegimeError or hmm::HmmError naming the setting that is out of its range.
  void Validate() const;
};

}  // namespace regimen
