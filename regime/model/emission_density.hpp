// The density of an observation in each state.
#pragma once

#include <span>
#include <vector>

#include "regime/model/hmm_parameters.hpp"

namespace regimen::hmm {

// The emissions of one model, prepared: inverse Cholesky factors and normalising constants.
// Immutable; concurrent calls are safe.
class EmissionDensity {
 public:
  // Throws HmmError if a covariance has no Cholesky factor. O(K D^3).
  explicit EmissionDensity(const HmmParameters& parameters);

  // Writes the natural logarithm of the density of `row` (D numbers) in each state to `out` (K
  // numbers). A row with a NaN is missing: all 0. Allocates nothing. O(K D^2).
  void LogDensities(std::span<const double> row, std::span<double> out) const;

  // Returns: (row - mean)' C^-1 (row - mean) with the covariance (scale) matrix C of `state`.
  // Allocates nothing. O(D^2).
  double SquaredDistance(std::span<const double> row, std::size_t state) const;

 private:
  std::size_t states_;
  std::size_t dimensions_;
  std::vector<double> means_;  // K x D
  std::vector<double>
      inverse_factors_;            // K lower triangles of L^-1, D (D + 1) / 2 each, row by row
  std::vector<double> constants_;  // K
  std::vector<double> degrees_of_freedom_;
};

}  // namespace regimen::hmm
