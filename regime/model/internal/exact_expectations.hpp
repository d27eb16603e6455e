// The E-step without shortcuts.
#pragma once

#include "regime/model/hmm_parameters.hpp"
#include "regime/model/internal/state_statistics.hpp"
#include "regime/model/internal/working_series.hpp"

namespace regimen::hmm::internal {

// The kernels lift every transition to 2^-100 and every relative density to 2^-250, so that eight
// steps never underflow. What goes through a transition smaller than that is left out of the
// expected counts, which therefore show it: they fall short of the number of observations. By more
// than this part of it, and the lane's E-step is done again by ExactExpectations.
//
// That needs a transition of (nearly) 0 against observations that call for it: a chain with
// transitions ruled out, or yesterday's model on the day of a crash.
constexpr double kTolerableShortfall = 1e-12;
constexpr double kLeastProbability = 0x1p-100;

// Writes the expectations at `parameters` (working units) to `statistics`. Returns: the
// log-likelihood, NaN if the series is impossible. Any chain, any emission. O(T K (K + D^2)), a few
// allocations a call.
double ExactExpectations(const HmmParameters& parameters, const WorkingSeries& series,
                         StateStatistics& statistics);

}  // namespace regimen::hmm::internal
