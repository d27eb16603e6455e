#include "regime/model/internal/working_space.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include <Eigen/Cholesky>

#include "regime/model/hmm_error.hpp"

namespace regimen::hmm::internal {
namespace {

using RowMap = Eigen::Map<const SmallVector>;

struct Moments {
  SmallVector mean;
  SmallMatrix covariance;
  double weight = 0;
};

// Plain loops: this runs over every observation of every window.
Moments MomentsOf(const Observations& observations, const std::vector<double>& weights) {
  const auto width = static_cast<std::size_t>(observations.dimensions);
  const auto size = static_cast<Eigen::Index>(width);
  Moments moments{SmallVector::Zero(size), SmallMatrix::Zero(size, size),
                  std::accumulate(weights.begin(), weights.end(), 0.0)};
  double* mean = moments.mean.data();
  double* covariance = moments.covariance.data();
  for (std::size_t t = 0; t < weights.size(); ++t) {
    if (weights[t] == 0) continue;
    const double* row = observations.values.data() + t * width;
    for (std::size_t d = 0; d < width; ++d) mean[d] += weights[t] * row[d];
  }
  moments.mean /= moments.weight;
  for (std::size_t t = 0; t < weights.size(); ++t) {
    if (weights[t] == 0) continue;
    const double* row = observations.values.data() + t * width;
    for (std::size_t d = 0; d < width; ++d) {
      const double deviation = weights[t] * (row[d] - mean[d]);
      for (std::size_t e = 0; e < width; ++e) {
        covariance[d * width + e] += deviation * (row[e] - mean[e]);
      }
    }
  }
  moments.covariance /= moments.weight;
  return moments;
}

// Rounding makes a constant series move by a few units in the last place of its level.
void CheckSpread(const Moments& moments) {
  constexpr double kRounding = 1e-13;
  for (Eigen::Index d = 0; d < moments.mean.size(); ++d) {
    const double deviation = std::sqrt(moments.covariance(d, d));
    if (!std::isfinite(deviation)) {
      throw HmmError(HmmFault::NotFinite,
                     "dimension " + std::to_string(d) + " is too large to be squared; rescale it");
    }
    if (deviation > kRounding * std::abs(moments.mean[d])) continue;
    throw HmmError(HmmFault::ConstantSeries, "dimension " + std::to_string(d) + " is always " +
                                                 std::to_string(moments.mean[d]) +
                                                 "; a series that never moves has no regimes");
  }
}

SmallMatrix FactorOf(const SmallMatrix& covariance, CovarianceType type) {
  const Eigen::Index width = covariance.rows();
  const SmallVector deviations = covariance.diagonal().cwiseSqrt();
  if (type == CovarianceType::Spherical) {
    return std::sqrt(covariance.diagonal().mean()) * SmallMatrix::Identity(width, width);
  }
  if (type == CovarianceType::Diagonal) return deviations.asDiagonal();
  // The factor of the correlations, so that mixed scales do not look collinear.
  const SmallVector inverse = deviations.cwiseInverse();
  const SmallMatrix correlation = inverse.asDiagonal() * covariance * inverse.asDiagonal();
  const Eigen::LLT<SmallMatrix> factor(correlation);
  // What a dimension has of its own, in its deviations: its square, times the usual variance floor,
  // is to stay above rounding, or a state at the floor had no covariance in the data's units.
  constexpr double kCollinear = 3e-5;
  bool collinear = factor.info() != Eigen::Success;
  for (Eigen::Index d = 0; d < width; ++d) {
    collinear = collinear || factor.matrixLLT()(d, d) < kCollinear;
  }
  if (collinear) {
    throw HmmError(HmmFault::CollinearDimensions,
                   "one dimension is a linear combination of the others; leave it out or use "
                   "diagonal covariances");
  }
  return deviations.asDiagonal() * SmallMatrix(factor.matrixL());
}

void Describe(WorkingSeries& series) {
  for (const double value : series.values) {
    series.sum += value;
    series.sum_of_squares += value * value;
  }
  const auto [lowest, highest] = std::minmax_element(series.values.begin(), series.values.end());
  series.lowest = *lowest;
  series.highest = *highest;
}

// Applies mean -> map(mean) and covariance -> factor covariance factor' to every state.
template <typename MeanMap>
HmmParameters Mapped(const HmmParameters& parameters, const SmallMatrix& factor, MeanMap map) {
  HmmParameters result = parameters;
  const Eigen::Index width = parameters.dimensions;
  for (int state = 0; state < parameters.states; ++state) {
    const RowMap mean(parameters.Mean(state).data(), width);
    const Eigen::Map<const SmallMatrix> covariance(parameters.Covariance(state).data(), width,
                                                   width);
    const SmallVector moved = map(SmallVector(mean));
    SmallMatrix turned = factor * covariance * factor.transpose();
    turned = (turned + SmallMatrix(turned.transpose())).eval() / 2;
    double* mean_out = result.means.data() + state * width;
    double* covariance_out = result.covariances.data() + state * width * width;
    std::copy(moved.data(), moved.data() + width, mean_out);
    std::copy(turned.data(), turned.data() + width * width, covariance_out);
  }
  return result;
}

}  // namespace

WorkingSpace::WorkingSpace(const Observations& observations, CovarianceType type) {
  const std::vector<double> weights = observations.EffectiveWeights();
  if (std::none_of(weights.begin(), weights.end(), [](double weight) { return weight > 0; })) {
    throw HmmError(HmmFault::TooFewObservations, "every observation is missing");
  }
  const Moments moments = MomentsOf(observations, weights);
  CheckSpread(moments);
  mean_ = moments.mean;
  factor_ = FactorOf(moments.covariance, type);
  const Eigen::Index width = factor_.rows();
  inverse_ = factor_.triangularView<Eigen::Lower>().solve(SmallMatrix::Identity(width, width));
  offset_ = -moments.weight * factor_.diagonal().array().log().sum();
}

WorkingSeries WorkingSpace::ToWorking(const Observations& observations) const {
  WorkingSeries series;
  series.length = observations.Count();
  series.dimensions = static_cast<std::size_t>(observations.dimensions);
  series.values.assign(observations.values.size(), 0.0);
  series.weights = observations.EffectiveWeights();
  series.sequence_starts = observations.SequenceStarts();
  const std::size_t width = series.dimensions;
  const double* mean = mean_.data();
  const double* factor = inverse_.data();
  for (std::size_t t = 0; t < series.length; ++t) {
    if (series.weights[t] == 0) continue;
    const double* row = observations.values.data() + t * width;
    for (std::size_t d = 0; d < width; ++d) {
      double sum = 0;
      for (std::size_t e = 0; e <= d; ++e) sum += factor[d * width + e] * (row[e] - mean[e]);
      series.values[t * width + d] = sum;
    }
  }
  if (series.dimensions == 1) Describe(series);
  return series;
}

HmmParameters WorkingSpace::ToWorking(const HmmParameters& parameters) const {
  return Mapped(parameters, inverse_,
                [this](const SmallVector& mean) { return SmallVector(inverse_ * (mean - mean_)); });
}

HmmParameters WorkingSpace::FromWorking(const HmmParameters& parameters) const {
  return Mapped(parameters, factor_,
                [this](const SmallVector& mean) { return SmallVector(factor_ * mean + mean_); });
}

std::vector<double> WorkingSpace::ToWorking(const SmallMatrix& scatter) const {
  const SmallMatrix turned = inverse_ * scatter * inverse_.transpose();
  return {turned.data(), turned.data() + turned.size()};
}

}  // namespace regimen::hmm::internal
