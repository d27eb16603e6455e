#include "regime/model/internal/start_values.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "regime/model/internal/grouping.hpp"
#include "regime/model/internal/small_matrix.hpp"

namespace regimen::hmm::internal {
namespace {

constexpr double kPersistence = 0.9;

using Row = Eigen::Map<const SmallVector>;

// A uniform start, persistent transitions, and in every state the distribution of the whole series.
HmmParameters Undecided(const WorkingSeries& series, const FitOptions& options,
                        double persistence) {
  const auto k = static_cast<std::size_t>(options.states);
  const std::size_t d = series.dimensions;
  HmmParameters result;
  result.states = options.states;
  result.dimensions = static_cast<int>(d);
  result.covariance_type = options.covariance_type;
  result.emission_type = options.emission_type;
  result.start_type = options.start_type;
  result.start.assign(k, 1 / static_cast<double>(k));
  result.transitions.assign(k * k, k > 1 ? (1 - persistence) / static_cast<double>(k - 1) : 0.0);
  for (std::size_t i = 0; i < k; ++i) result.transitions[i * k + i] = k > 1 ? persistence : 1.0;
  result.means.assign(k * d, 0.0);
  result.covariances.assign(k * d * d, 0.0);
  for (std::size_t i = 0; i < k * d; ++i) result.covariances[i * d + i % d] = 1;
  if (options.emission_type == EmissionType::StudentT) {
    result.degrees_of_freedom.assign(k, options.degrees_of_freedom);
  }
  return result;
}

struct GroupMoments {
  double size = 0;
  SmallVector mean;
  SmallMatrix scatter;
};

GroupMoments MomentsOf(const WorkingSeries& series, const Groups& groups, int group) {
  const auto width = static_cast<Eigen::Index>(series.dimensions);
  GroupMoments moments{0, SmallVector::Zero(width), SmallMatrix::Zero(width, width)};
  for (std::size_t t = 0; t < series.length; ++t) {
    if (groups[t] != group) continue;
    const Row row(series.values.data() + t * series.dimensions, width);
    moments.size += 1;
    moments.mean += row;
    moments.scatter += row * row.transpose();
  }
  if (moments.size == 0) return moments;
  moments.mean /= moments.size;
  moments.scatter -= moments.size * moments.mean * moments.mean.transpose();
  return moments;
}

void SetCovariance(int state, const SmallMatrix& covariance, HmmParameters& parameters) {
  const Eigen::Index width = covariance.rows();
  Eigen::Map<SmallMatrix> out(parameters.covariances.data() + state * width * width, width, width);
  switch (parameters.covariance_type) {
    case CovarianceType::Spherical:
      out = covariance.diagonal().mean() * SmallMatrix::Identity(width, width);
      return;
    case CovarianceType::Diagonal:
      out = covariance.diagonal().asDiagonal();
      return;
    case CovarianceType::Full:
    case CovarianceType::Tied:
      out = covariance;
  }
}

// Means and covariances of groups. One pseudo-observation of the whole series each keeps small
// groups from being points.
void TakeEmissions(const WorkingSeries& series, const Groups& groups, HmmParameters& parameters) {
  const Eigen::Index width = parameters.dimensions;
  SmallMatrix pooled = SmallMatrix::Identity(width, width);
  double total = 1;
  for (int state = 0; state < parameters.states; ++state) {
    const GroupMoments moments = MomentsOf(series, groups, state);
    std::copy(moments.mean.data(), moments.mean.data() + width,
              parameters.means.begin() + state * width);
    pooled += moments.scatter;
    total += moments.size;
    if (parameters.covariance_type == CovarianceType::Tied) continue;
    const SmallMatrix scatter = moments.scatter + SmallMatrix::Identity(width, width);
    SetCovariance(state, scatter / (moments.size + 1), parameters);
  }
  if (parameters.covariance_type != CovarianceType::Tied) return;
  for (int state = 0; state < parameters.states; ++state) {
    SetCovariance(state, pooled / total, parameters);
  }
}

// Transitions as often as the groups change into each other, plus one of each kind.
void TakeTransitions(const Groups& groups, HmmParameters& parameters) {
  const auto k = static_cast<std::size_t>(parameters.states);
  std::vector<double> counts(k * k, 1.0);
  for (std::size_t t = 1; t < groups.size(); ++t) {
    if (groups[t - 1] < 0 || groups[t] < 0) continue;
    counts[static_cast<std::size_t>(groups[t - 1]) * k + static_cast<std::size_t>(groups[t])] += 1;
  }
  for (std::size_t i = 0; i < k; ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < k; ++j) sum += counts[i * k + j];
    for (std::size_t j = 0; j < k; ++j) parameters.transitions[i * k + j] = counts[i * k + j] / sum;
  }
}

// In one dimension the quantiles (k + 1/2) / K, linearly interpolated; else means of the groups by
// rank.
void TakeQuantiles(const WorkingSeries& series, HmmParameters& parameters) {
  if (series.dimensions > 1) {
    const Groups groups = GroupByRank(series, parameters.states);
    for (int state = 0; state < parameters.states; ++state) {
      const GroupMoments moments = MomentsOf(series, groups, state);
      std::copy(moments.mean.data(), moments.mean.data() + moments.mean.size(),
                parameters.means.begin() + state * parameters.dimensions);
    }
    return;
  }
  std::vector<double> sorted;
  for (std::size_t t = 0; t < series.length; ++t) {
    if (series.weights[t] > 0) sorted.push_back(series.values[t]);
  }
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t k = 0; k < parameters.means.size(); ++k) {
    const double share = (static_cast<double>(k) + 0.5) / static_cast<double>(parameters.states);
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    parameters.means[k] =
        sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
  }
}

void DrawAtRandom(const WorkingSeries& series, RandomStream& random, HmmParameters& parameters) {
  const std::size_t width = series.dimensions;
  const bool tied = parameters.covariance_type == CovarianceType::Tied;
  double scale = 1;
  for (int state = 0; state < parameters.states; ++state) {
    const auto time = static_cast<std::size_t>(random.Choose(series.weights));
    const auto k = static_cast<std::size_t>(state);
    std::copy_n(series.values.begin() + static_cast<std::ptrdiff_t>(time * width), width,
                parameters.means.begin() + static_cast<std::ptrdiff_t>(k * width));
    // Between a twelfth of the variance of the series and one and a half times it.
    if (state == 0 || !tied) scale = std::exp(-2.5 + 2.9 * random.Uniform());
    for (std::size_t d = 0; d < width; ++d)
      parameters.covariances[(k * width + d) * width + d] = scale;
  }
}

}  // namespace

HmmParameters StartValues(InitMethod method, const WorkingSeries& series, const FitOptions& options,
                          int number) {
  RandomStream random(options.seed, static_cast<std::uint64_t>(number));
  const double persistence =
      method == InitMethod::Random ? 0.5 + 0.48 * random.Uniform() : kPersistence;
  HmmParameters result = Undecided(series, options, persistence);
  switch (method) {
    case InitMethod::VolatilitySplit: {
      const Groups groups = GroupByVolatility(series, options.states);
      TakeEmissions(series, groups, result);
      TakeTransitions(groups, result);
      break;
    }
    case InitMethod::KMeans:
      TakeEmissions(series, GroupByNearness(series, options.states, random), result);
      break;
    case InitMethod::Quantile:
      TakeQuantiles(series, result);
      break;
    case InitMethod::Random:
      DrawAtRandom(series, random, result);
      break;
    case InitMethod::Given:
    case InitMethod::Warm:
      break;
  }
  if (options.start_type == StartType::Stationary) {
    result.start = StationaryDistribution(result.transitions);
  }
  return result;
}

}  // namespace regimen::hmm::internal
