// The M-step of the degrees of freedom.
#pragma once

namespace regimen::hmm::internal {

constexpr double kLeastDegreesOfFreedom = 2.1;
constexpr double kMostDegreesOfFreedom = 200;

// Returns: the degrees of freedom that maximise the expected log-likelihood of a state of a
// Student-t in `dimensions` dimensions, within 2.1..200. `now` is what the E-step used, `tail` its
// mean of log u - u over the state's observations (Liu and Rubin 1995).
double DegreesOfFreedom(double now, int dimensions, double tail);

}  // namespace regimen::hmm::internal
