// Densities as linear functions of products, the form the kernels evaluate.
#pragma once

#include <array>
#include <span>

#include "regime/model/hmm_parameters.hpp"
#include "regime/model/internal/em_settings.hpp"
#include "regime/model/limits.hpp"

namespace regimen::hmm::internal {

// (z - mean)' C^-1 (z - mean) = constant + linear . z + sum over d >= e of quadratic(d, e) z_d z_e
// for one state, with log |C| beside it.
struct QuadraticForm {
  double constant = 0;
  double log_determinant = 0;
  std::array<double, kMaxDimensions> linear = {};  // D

  // The lower triangle, row by row: D (D + 1) / 2.
  std::array<double, kMaxDimensions*(kMaxDimensions + 1) / 2> quadratic = {};
};

// Returns: the form of `state`. Requires: a positive definite covariance. O(D^3).
QuadraticForm QuadraticFormOf(const HmmParameters& parameters, int state);

// The logarithm of the prior at `parameters` in working units, up to a constant. `forms` are those
// of its states. O(K D^2).
double LogPrior(const HmmParameters& parameters, std::span<const QuadraticForm> forms,
                const EmSettings& settings);

}  // namespace regimen::hmm::internal
