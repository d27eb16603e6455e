#include "regime/model/internal/quadratic_form.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Cholesky>

#include "regime/model/internal/small_matrix.hpp"

namespace regimen::hmm::internal {
namespace {

using ConstMatrixMap = Eigen::Map<const SmallMatrix>;
using ConstVectorMap = Eigen::Map<const SmallVector>;

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

QuadraticForm DiagonalForm(const HmmParameters& parameters, int state) {
  const std::span<const double> mean = parameters.Mean(state);
  const std::span<const double> covariance = parameters.Covariance(state);
  const std::size_t width = mean.size();
  QuadraticForm form;
  double determinant = 1;  // at most ten variances above the floor: no underflow
  for (std::size_t d = 0; d < width; ++d) {
    const double variance = covariance[d * (width + 1)];
    const double precision = 1 / variance;
    determinant *= variance;
    form.constant += mean[d] * mean[d] * precision;
    form.linear[d] = -2 * mean[d] * precision;
    form.quadratic[d * (d + 3) / 2] = precision;
  }
  form.log_determinant = std::log(determinant);
  return form;
}

QuadraticForm MatrixForm(const HmmParameters& parameters, int state) {
  const Eigen::Index width = parameters.dimensions;
  const ConstMatrixMap covariance(parameters.Covariance(state).data(), width, width);
  const ConstVectorMap mean(parameters.Mean(state).data(), width);
  const Eigen::LLT<SmallMatrix> factor{SmallMatrix(covariance)};
  const SmallMatrix precision = factor.solve(SmallMatrix::Identity(width, width));
  const SmallVector pulled = precision * mean;
  QuadraticForm form;
  form.constant = mean.dot(pulled);
  std::size_t next = 0;
  for (Eigen::Index d = 0; d < width; ++d) {
    form.log_determinant += 2 * std::log(factor.matrixLLT()(d, d));
    form.linear[static_cast<std::size_t>(d)] = -2 * pulled[d];
    for (Eigen::Index e = 0; e <= d; ++e) {
      form.quadratic[next++] = (d == e ? 1 : 2) * precision(d, e);
    }
  }
  return form;
}

double Trace(const QuadraticForm& form, std::size_t width) {
  double trace = 0;
  for (std::size_t d = 0; d < width; ++d) trace += form.quadratic[d * (d + 3) / 2];
  return trace;
}

// The trace of C^-1 times a symmetric matrix.
double TraceWith(const QuadraticForm& form, std::span<const double> matrix, std::size_t width) {
  double trace = 0;
  std::size_t next = 0;
  for (std::size_t d = 0; d < width; ++d) {
    for (std::size_t e = 0; e <= d; ++e) trace += form.quadratic[next++] * matrix[d * width + e];
  }
  return trace;
}

}  // namespace

QuadraticForm QuadraticFormOf(const HmmParameters& parameters, int state) {
  const bool diagonal = parameters.dimensions == 1 ||
                        parameters.covariance_type == CovarianceType::Diagonal ||
                        parameters.covariance_type == CovarianceType::Spherical;
  return diagonal ? DiagonalForm(parameters, state) : MatrixForm(parameters, state);
}

double LogPrior(const HmmParameters& parameters, std::span<const QuadraticForm> forms,
                const EmSettings& settings) {
  const auto width = static_cast<std::size_t>(parameters.dimensions);
  const bool tied = parameters.covariance_type == CovarianceType::Tied;
  double value = LogPriorOfChain(parameters, settings.prior);
  for (std::size_t k = 0; k < forms.size(); ++k) {
    const QuadraticForm& form = forms[k];
    value -= settings.prior.mean_observations / 2 * form.constant;  // mean' C^-1 mean
    if (tied && k > 0) continue;
    value -= settings.prior.variance_observations / 2 * (form.log_determinant + Trace(form, width));
    value -= TraceWith(form, settings.scatter, width) / 2;
  }
  return value;
}

}  // namespace regimen::hmm::internal
