// What one E-step leaves to the M-step.
#pragma once

#include <cstddef>
#include <vector>

namespace regimen::hmm::internal {

// Expected sufficient statistics of one model in working units. With g the probability of a state
// at a time, w the observation's weight and u its Student-t weight (1 for a Gaussian):
struct StateStatistics {
  StateStatistics(int states, int dimensions);

  std::vector<double> start;        // K: sum of g over the beginnings of sequences
  std::vector<double> transitions;  // K x K: expected counts
  std::vector<double> weight;       // K: sum of g w
  std::vector<double> scaled;       // K: sum of g w u
  std::vector<double> tail;         // K: sum of g w (log u - u); Student-t only
  std::vector<double> first;        // K x D: sum of g w u z
  std::vector<double> second;  // K x D x D, both triangles: sum of g w u z z'; for diagonal and
                               // spherical covariances the diagonal alone counts
};

}  // namespace regimen::hmm::internal
