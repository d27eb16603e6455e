#include "regime/model/internal/maximisation.hpp"

#include <algorithm>
#include <span>

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include "regime/model/internal/small_matrix.hpp"
#include "regime/model/internal/stationary_chain.hpp"
#include "regime/model/internal/student_tails.hpp"

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

// The covariance closest in likelihood to `covariance` with no eigenvalue below the floor.
void RaiseToFloor(double floor, Eigen::Ref<SmallMatrix> covariance) {
  const SmallMatrix above =
      covariance - floor * SmallMatrix::Identity(covariance.rows(), covariance.cols());
  if (Eigen::LLT<SmallMatrix>(above).info() == Eigen::Success) return;
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver{Eigen::MatrixXd(covariance)};
  const Eigen::VectorXd raised = solver.eigenvalues().cwiseMax(floor);
  const Eigen::MatrixXd turned =
      solver.eigenvectors() * raised.asDiagonal() * solver.eigenvectors().transpose();
  covariance = (turned + turned.transpose()) / 2;
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
    if (parameters_.covariance_type == CovarianceType::Tied) {
      UpdateTied();
    } else {
      for (int state = 0; state < parameters_.states; ++state) UpdateCovariance(state);
    }
  }

 private:
  VectorMap Mean(int state) { return {parameters_.means.data() + state * width_, width_}; }
  MatrixMap Covariance(int state) {
    return {parameters_.covariances.data() + state * width_ * width_, width_, width_};
  }
  double Weight(int state) const { return statistics_.weight[static_cast<std::size_t>(state)]; }
  double MeanWeight(int state) const {
    return statistics_.scaled[static_cast<std::size_t>(state)] + settings_.prior.mean_observations;
  }

  void UpdateMean(int state) {
    if (MeanWeight(state) < kDeadWeight) return;
    Mean(state) =
        ConstVectorMap(statistics_.first.data() + state * width_, width_) / MeanWeight(state);
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

  void UpdateCovariance(int state) {
    const double weight = Weight(state) + settings_.prior.variance_observations;
    if (weight < kDeadWeight) return;
    const SmallMatrix covariance = (Scatter(state) + prior_scatter_) / weight;
    if (parameters_.covariance_type == CovarianceType::Full) {
      Covariance(state) = covariance;
      RaiseToFloor(settings_.variance_floor, Covariance(state));
      return;
    }
    SmallVector variances = covariance.diagonal();
    if (parameters_.covariance_type == CovarianceType::Spherical) {
      variances.setConstant(variances.mean());
    }
    Covariance(state) = variances.cwiseMax(settings_.variance_floor).asDiagonal();
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
