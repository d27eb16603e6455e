// The states of one model, named.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "regime/interpreter/regime.hpp"
#include "regime/interpreter/regime_label.hpp"

namespace regimen {

// The logarithmic returns of one state, per bar.
struct StateMoments {
  double mean = 0;
  double volatility = 0;  // standard deviation
};

struct NamedState {
  StateMoments moments;
  RegimeLabel label = RegimeLabel::Unknown;
  Regime regime = Regime::Unknown;

  // Among the states of the same regime, by volatility, the calmest is 1; 0 where it is alone.
  int rank = 0;

  // "Bull", and where there are several: "Bull 1", "Bull 2". Unique in a model.
  std::string Name() const;
};

// Names the states of a model by their moments: times bars_per_year, and its root, they are annual.
// The answer depends on this model alone; after a refit it is given anew.
std::vector<NamedState> NameStates(std::span<const StateMoments> states, double bars_per_year);

}  // namespace regimen
