// The least variance of a state.
#pragma once

#include "regime/model/hmm_parameters.hpp"
#include "regime/model/internal/small_matrix.hpp"

namespace regimen::hmm::internal {

// Replaces `covariance` by the one closest in likelihood with no eigenvalue below the floor.
// O(D^3).
void RaiseToFloor(double floor, Eigen::Ref<SmallMatrix> covariance);

// The same for every state, within its covariance type. A start from elsewhere, such as yesterday's
// model of a series that was calmer then, may lie below; EM could only fall from there.
void RaiseToFloor(double floor, HmmParameters& parameters);

}  // namespace regimen::hmm::internal
