// The M-step.
#pragma once

#include "regime/model/hmm_parameters.hpp"
#include "regime/model/internal/em_settings.hpp"
#include "regime/model/internal/state_statistics.hpp"

namespace regimen::hmm::internal {

// A state with fewer observations than this is dead: nothing holds its parameters any more.
constexpr double kDeadWeight = 1e-6;

// Replaces `parameters` (working units) by those that maximise the expected objective given
// `statistics`, subject to the variance floor. What the statistics say nothing of (a state never
// visited, a row without counts) stays as it is, and a probability of exactly 0 stays 0 without
// prior counts. Never lowers the objective. O(K D^3 + K^2), with a stationary start O(K^3) an inner
// step.
void Maximise(StateStatistics& statistics, const EmSettings& settings, HmmParameters& parameters);

// How many states hold a variance (an eigenvalue of their covariance) at the floor.
int StatesOnFloor(const HmmParameters& parameters, double floor);

}  // namespace regimen::hmm::internal
