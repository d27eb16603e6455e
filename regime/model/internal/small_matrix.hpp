// Matrices of up to 10 x 10 that live on the stack.
#pragma once

#include <Eigen/Core>

#include "regime/model/limits.hpp"

namespace regimen::hmm::internal {

using SmallMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor,
                                  kMaxDimensions, kMaxDimensions>;
using SmallVector = Eigen::Matrix<double, Eigen::Dynamic, 1, Eigen::ColMajor, kMaxDimensions, 1>;

}  // namespace regimen::hmm::internal
