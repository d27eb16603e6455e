// The change of units in which all fitting happens.
#pragma once

#include <vector>

#include "regime/model/covariance_type.hpp"
#include "regime/model/hmm_parameters.hpp"
#include "regime/model/internal/small_matrix.hpp"
#include "regime/model/internal/working_series.hpp"
#include "regime/model/observations.hpp"

namespace regimen::hmm::internal {

// The map z = L^-1 (x - m), with m the weighted mean of a series and L L' its covariance, as far as
// the covariance type stays the same under it: a common scale for spherical, a scale for each
// dimension for diagonal covariances. In these units priors need no scale, and series of size 1e-6
// or 1e6 are one. Immutable; concurrent calls are safe.
class WorkingSpace {
 public:
  // Throws HmmError if a dimension never moves or if the dimensions are collinear.
  // Requires: validated observations.
  WorkingSpace(const Observations& observations, CovarianceType type);

  WorkingSeries ToWorking(const Observations& observations) const;
  HmmParameters ToWorking(const HmmParameters& parameters) const;
  HmmParameters FromWorking(const HmmParameters& parameters) const;

  // Turns a matrix of squared units of the observations into working units, row by row.
  std::vector<double> ToWorking(const SmallMatrix& scatter) const;

  // What to add to a log-likelihood in working units: -(sum of weights) log|L|.
  double LogLikelihoodOffset() const { return offset_; }

 private:
  SmallVector mean_;
  SmallMatrix factor_;
  SmallMatrix inverse_;
  double offset_ = 0;
};

}  // namespace regimen::hmm::internal
