#include "regime/model/internal/maximisation.hpp"

#include <algorithm>
#include <span>

#include <Eigen/Cholesky>

#include "regime/model/internal/small_matrix.hpp"
#include "regime/model/internal/stationary_chain.hpp"
#include "regime/model/internal/student_tails.hpp"
#include "regime/model/internal/variance_floor.hpp"

namespace regimen::hmm::internal {
namespace {

using MatrixMap = Eigen::Map<SmallMatrix>;
using ConstMatrixMap = Eigen::Map<const SmallMatrix>;
using VectorMap = Eigen::Map<SmallVector>;
using ConstVectorMap = Eigen::Map<const SmallVector>;

// row = counts / sum, unless there are none.
void Normalise(std::span<const double> counts, std::span<double> row) {
  double sum = 0;
  for (const double count : counts) sum += count;
  if (!(sum > 0)) return;
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = counts[i] / sum;
}

void AddPriorCounts(const Prior& prior, StateStatistics& statistics) {
  const std::size_t states = statistics.start.size();
  for (std::size_t i = 0; i < states; ++i) {
    statistics.start[i] += prior.start_count;
    statistics.transitions[i * states + i] += prior.sticky_count;
  }
  for (double& count : statistics.transitions) count += prior.transition_count;
}

void MaximiseChain(const StateStatistics& counts, HmmParameters& parameters) {
  const std::size_t states = counts.start.size();
  if (parameters.start_type == StartType::Stationary) {
    MaximiseStationary(counts.start, counts.transitions, parameters.transitions);
    parameters.start = StationaryDistribution(parameters.transitions);
    return;
  }
  if (parameters.start_type == StartType::Free) Normalise(counts.start, parameters.start);
  for (std::size_t i = 0; i < states; ++i) {
    Normalise(std::span(counts.transitions).subspan(i * states, states),
              std::span(parameters.transitions).subspan(i * states, states));
  }
}

class EmissionStep {
 public:
  EmissionStep(const StateStatistics& statistics, const EmSettings& settings,
               HmmParameters& parameters)
      : statistics_(statistics),
        settings_(settings),
        parameters_(parameters),
        width_(parameters.dimensions),
        prior_scatter_(ConstMatrixMap(settings.scatter.data(), width_, width_) +
                       settings.prior.variance_observations *
                           SmallMatrix::Identity(width_, width_)) {}

  void Run() {
    for (int state = 0; state < parameters_.states; ++state) UpdateMean(state);
    if (parameters_.covariance_type == CovarianceType::Tied) UpdateTied();
    for (int state = 0; state < parameters_.states; ++state) {
      switch (parameters_.covariance_type) {
        case CovarianceType::Spherical:
        case CovarianceType::Diagonal:
          UpdateVariances(state);
          break;
        case CovarianceType::Full:
          UpdateFull(state);
          break;
        case CovarianceType::Tied:
          break;
      }
    }
  }

 private:
  VectorMap Mean(int state) { return {parameters_.means.data() + state * width_, width_}; }
  MatrixMap Covariance(int state) {
    return {parameters_.covariances.data() + state * width_ * width_, width_, width_};
  }
  std::size_t Width() const { return static_cast<std::size_t>(width_); }
  std::size_t At(int state, Eigen::Index d) const {
    return static_cast<std::size_t>(state) * Width() + static_cast<std::size_t>(d);
  }
  double Weight(int state) const { return statistics_.weight[static_cast<std::size_t>(state)]; }
  double MeanWeight(int state) const {
    return statistics_.scaled[static_cast<std::size_t>(state)] + settings_.prior.mean_observations;
  }

  void UpdateMean(int state) {
    if (MeanWeight(state) < kDeadWeight) return;
    const double share = 1 / MeanWeight(state);
    for (Eigen::Index d = 0; d < width_; ++d) {
      Mean(state)[d] = statistics_.first[At(state, d)] * share;
    }
  }

  // The scatter about the new mean, the prior's pull on the mean included. About a mean that could
  // not move, the same sum is not as short.
  SmallMatrix Scatter(int state) {
    const ConstMatrixMap second(statistics_.second.data() + state * width_ * width_, width_,
                                width_);
    const ConstVectorMap first(statistics_.first.data() + state * width_, width_);
    const SmallVector mean = Mean(state);
    const SmallMatrix cross = first * mean.transpose();
    return second - cross - cross.transpose() + MeanWeight(state) * mean * mean.transpose();
  }

  void UpdateTied() {
    SmallMatrix scatter = prior_scatter_;
    double weight = settings_.prior.variance_observations;
    for (int state = 0; state < parameters_.states; ++state) {
      scatter += Scatter(state);
      weight += Weight(state);
    }
    if (weight < kDeadWeight) return;
    SmallMatrix covariance = scatter / weight;
    RaiseToFloor(settings_.variance_floor, covariance);
    for (int state = 0; state < parameters_.states; ++state) Covariance(state) = covariance;
  }

  void UpdateFull(int state) {
    const double weight = Weight(state) + settings_.prior.variance_observations;
    if (weight < kDeadWeight) return;
    Covariance(state) = (Scatter(state) + prior_scatter_) / weight;
    RaiseToFloor(settings_.variance_floor, Covariance(state));
  }

  // The diagonal alone, as UpdateFull would have it.
  void UpdateVariances(int state) {
    const double weight = Weight(state) + settings_.prior.variance_observations;
    if (weight < kDeadWeight) return;
    const VectorMap mean = Mean(state);
    MatrixMap covariance = Covariance(state);
    double sum = 0;
    for (Eigen::Index d = 0; d < width_; ++d) {
      const double first = statistics_.first[At(state, d)];
      const double second =
          statistics_.second[At(state, d) * Width() + static_cast<std::size_t>(d)];
      const double scatter = second - mean[d] * (2 * first - MeanWeight(state) * mean[d]);
      covariance(d, d) = (scatter + prior_scatter_(d, d)) / weight;
      sum += covariance(d, d);
    }
    const bool round = parameters_.covariance_type == CovarianceType::Spherical;
    for (Eigen::Index d = 0; d < width_; ++d) {
      const double variance = round ? sum / static_cast<double>(width_) : covariance(d, d);
      covariance(d, d) = std::max(variance, settings_.variance_floor);
    }
  }

  const StateStatistics& statistics_;
  const EmSettings& settings_;
  HmmParameters& parameters_;
  Eigen::Index width_;
  SmallMatrix prior_scatter_;
};

void MaximiseTails(const StateStatistics& statistics, HmmParameters& parameters) {
  for (std::size_t k = 0; k < statistics.weight.size(); ++k) {
    if (statistics.weight[k] < kDeadWeight) continue;
    double& nu = parameters.degrees_of_freedom[k];
    nu = DegreesOfFreedom(nu, parameters.dimensions, statistics.tail[k] / statistics.weight[k]);
  }
}

}  // namespace

void Maximise(StateStatistics& statistics, const EmSettings& settings, HmmParameters& parameters) {
  AddPriorCounts(settings.prior, statistics);
  MaximiseChain(statistics, parameters);
  EmissionStep(statistics, settings, parameters).Run();
  if (settings.estimate_degrees_of_freedom && parameters.emission_type == EmissionType::StudentT) {
    MaximiseTails(statistics, parameters);
  }
}

int StatesOnFloor(const HmmParameters& parameters, double floor) {
  int count = 0;
  const Eigen::Index width = parameters.dimensions;
  const SmallMatrix least = floor * (1 + 1e-9) * SmallMatrix::Identity(width, width);
  for (int state = 0; state < parameters.states; ++state) {
    const ConstMatrixMap covariance(parameters.Covariance(state).data(), width, width);
    const Eigen::LLT<SmallMatrix> above{SmallMatrix(covariance - least)};
    if (above.info() != Eigen::Success) ++count;
  }
  return count;
}

}  // namespace regimen::hmm::internal
