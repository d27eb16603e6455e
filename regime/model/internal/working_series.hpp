// Observations as the kernels read them.
#pragma once

#include <cstddef>
#include <vector>

namespace regimen::hmm::internal {

// Observations in working units: mean 0 and covariance 1 as far as the covariance type allows.
struct WorkingSeries {
  std::size_t length = 0;
  std::size_t dimensions = 1;
  std::vector<double> values;   // T x D; 0 where missing
  std::vector<double> weights;  // T; 0 where missing
  std::vector<std::size_t> sequence_starts;

  // Of a series in one dimension.
  double sum = 0;
  double sum_of_squares = 0;
  double lowest = 0;
  double highest = 0;
};

}  // namespace regimen::hmm::internal
