#include "regime/model/internal/quadratic_form.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Cholesky>

#include "regime/model/internal/small_matrix.hpp"

namespace regimen::hmm::internal {
namespace {

using ConstMatrixMap = Eigen::Map<const SmallMatrix>;
using ConstVectorMap = Eigen::Map<const SmallVector>;

struct Precision {
  SmallMatrix matrix;
  double log_determinant = 0;  // of the covariance
};

Precision PrecisionOf(const HmmParameters& parameters, int state) {
  const Eigen::Index width = parameters.dimensions;
  const ConstMatrixMap covariance(parameters.Covariance(state).data(), width, width);
  const bool diagonal = parameters.covariance_type == CovarianceType::Diagonal ||
                        parameters.covariance_type == CovarianceType::Spherical;
  if (diagonal || width == 1) {
    const SmallVector variances = covariance.diagonal();
    return {variances.cwiseInverse().asDiagonal(), variances.array().log().sum()};
  }
  const Eigen::LLT<SmallMatrix> factor{SmallMatrix(covariance)};
  return {factor.solve(SmallMatrix::Identity(width, width)),
          2 * SmallMatrix(factor.matrixL()).diagonal().array().log().sum()};
}

double LogCount(double count, double probability) {
  constexpr double kLeast = 1e-300;
  return count > 0 ? count * std::log(std::max(probability, kLeast)) : 0.0;
}

double LogPriorOfChain(const HmmParameters& parameters, const Prior& prior) {
  double value = 0;
  for (int i = 0; i < parameters.states; ++i) {
    value += LogCount(prior.start_count, parameters.start[static_cast<std::size_t>(i)]);
    for (int j = 0; j < parameters.states; ++j) {
      const double count = prior.transition_count + (i == j ? prior.sticky_count : 0);
      value += LogCount(count, parameters.Transition(i, j));
    }
  }
  return value;
}

}  // namespace

QuadraticForm QuadraticFormOf(const HmmParameters& parameters, int state) {
  const Eigen::Index width = parameters.dimensions;
  const Precision precision = PrecisionOf(parameters, state);
  const ConstVectorMap mean(parameters.Mean(state).data(), width);
  const SmallVector pulled = precision.matrix * mean;
  QuadraticForm form;
  form.constant = mean.dot(pulled);
  form.log_determinant = precision.log_determinant;
  std::size_t next = 0;
  for (Eigen::Index d = 0; d < width; ++d) {
    form.linear[static_cast<std::size_t>(d)] = -2 * pulled[d];
    for (Eigen::Index e = 0; e <= d; ++e) {
      form.quadratic[next++] = (d == e ? 1 : 2) * precision.matrix(d, e);
    }
  }
  return form;
}

double LogPrior(const HmmParameters& parameters, const EmSettings& settings) {
  const Eigen::Index width = parameters.dimensions;
  const ConstMatrixMap scatter(settings.scatter.data(), width, width);
  const bool tied = parameters.covariance_type == CovarianceType::Tied;
  double value = LogPriorOfChain(parameters, settings.prior);
  for (int state = 0; state < parameters.states; ++state) {
    const Precision precision = PrecisionOf(parameters, state);
    const ConstVectorMap mean(parameters.Mean(state).data(), width);
    value -= settings.prior.mean_observations / 2 * mean.dot(precision.matrix * mean);
    if (tied && state > 0) continue;
    value -= settings.prior.variance_observations / 2 *
             (precision.log_determinant + precision.matrix.trace());
    value -= precision.matrix.cwiseProduct(scatter).sum() / 2;
  }
  return value;
}

}  // namespace regimen::hmm::internal
