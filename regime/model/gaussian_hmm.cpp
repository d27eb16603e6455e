#include "regime/model/gaussian_hmm.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include "regime/model/hmm_error.hpp"
#include "regime/model/internal/filter_step.hpp"

namespace regimen::hmm {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

HmmParameters Completed(HmmParameters parameters) {
  const bool square =
      parameters.transitions.size() ==
      static_cast<std::size_t>(parameters.states) * static_cast<std::size_t>(parameters.states);
  if (parameters.start_type == StartType::Stationary && parameters.states > 0 && square) {
    parameters.start = StationaryDistribution(parameters.transitions);
  }
  parameters.Validate();
  return parameters;
}

void CheckDimensions(const Observations& observations, const HmmParameters& parameters) {
  if (observations.dimensions == parameters.dimensions) return;
  throw HmmError(HmmFault::DimensionMismatch, "a model of " +
                                                  std::to_string(parameters.dimensions) +
                                                  " dimensions cannot read observations of " +
                                                  std::to_string(observations.dimensions));
}

// Draws one observation of each state with the factors of its covariances.
class Emitter {
 public:
  explicit Emitter(const HmmParameters& parameters) : parameters_(parameters) {
    for (int state = 0; state < parameters.states; ++state) {
      const Eigen::Map<const Matrix> covariance(parameters.Covariance(state).data(),
                                                parameters.dimensions, parameters.dimensions);
      factors_.emplace_back(Eigen::LLT<Matrix>(covariance).matrixL());
    }
  }

  void Draw(int state, RandomStream& random, std::vector<double>& out) const {
    const int width = parameters_.dimensions;
    Eigen::VectorXd noise(width);
    for (int i = 0; i < width; ++i) noise[i] = random.Normal();
    const auto k = static_cast<std::size_t>(state);
    if (parameters_.emission_type == EmissionType::StudentT) {
      const double nu = parameters_.degrees_of_freedom[k];
      noise *= std::sqrt(nu / random.ChiSquared(nu));
    }
    const Eigen::VectorXd value = factors_[k] * noise;
    const std::span<const double> mean = parameters_.Mean(state);
    for (int i = 0; i < width; ++i) out.push_back(mean[static_cast<std::size_t>(i)] + value[i]);
  }

 private:
  const HmmParameters& parameters_;
  std::vector<Matrix> factors_;
};

}  // namespace

GaussianHmm::GaussianHmm(HmmParameters parameters)
    : parameters_(Completed(std::move(parameters))), emission_(parameters_) {}

std::vector<double> GaussianHmm::LogDensities(const Observations& observations,
                                              MissingPolicy missing) const {
  CheckDimensions(observations, parameters_);
  observations.Validate(missing);
  const auto states = static_cast<std::size_t>(parameters_.states);
  std::vector<double> result(observations.Count() * states);
  for (std::size_t t = 0; t < observations.Count(); ++t) {
    const std::span<double> row = std::span(result).subspan(t * states, states);
    emission_.LogDensities(observations.Row(t), row);
    if (observations.weights.empty()) continue;
    // Weight 0 is missing, even where the density is 0 too.
    const double weight = observations.weights[t];
    for (double& density : row) density = weight > 0 ? weight * density : 0.0;
  }
  return result;
}

double GaussianHmm::LogLikelihood(const Observations& observations, MissingPolicy missing) const {
  return Filter(observations, missing).log_likelihood;
}

FilterResult GaussianHmm::Filter(const Observations& observations, MissingPolicy missing) const {
  const std::vector<double> densities = LogDensities(observations, missing);
  return hmm::Filter(parameters_.Chain(),
                     {densities, parameters_.Chain().States(), observations.lengths});
}

SmoothResult GaussianHmm::SmoothInHindsight(const Observations& observations,
                                            MissingPolicy missing) const {
  const std::vector<double> densities = LogDensities(observations, missing);
  return Smooth(parameters_.Chain(),
                {densities, parameters_.Chain().States(), observations.lengths});
}

ViterbiPath GaussianHmm::ViterbiInHindsight(const Observations& observations,
                                            MissingPolicy missing) const {
  const std::vector<double> densities = LogDensities(observations, missing);
  return Viterbi(parameters_.Chain(),
                 {densities, parameters_.Chain().States(), observations.lengths});
}

std::vector<double> GaussianHmm::After(std::span<const double> probabilities, int steps) const {
  if (probabilities.size() != static_cast<std::size_t>(parameters_.states) || steps < 0) {
    throw HmmError(HmmFault::DimensionMismatch,
                   "one probability per state and no negative number of "
                   "steps are expected");
  }
  std::vector<double> now(probabilities.begin(), probabilities.end());
  std::vector<double> next(now.size());
  for (int step = 0; step < steps; ++step) {
    internal::Propagate(now, parameters_.transitions, next);
    now.swap(next);
  }
  return now;
}

double GaussianHmm::ExpectedDuration(int state) const {
  const double leaving = 1 - parameters_.Transition(state, state);
  return leaving > 0 ? 1 / leaving : std::numeric_limits<double>::infinity();
}

HmmSample GaussianHmm::Sample(std::size_t count, RandomStream& random) const {
  const Emitter emitter(parameters_);
  const auto states = static_cast<std::size_t>(parameters_.states);
  HmmSample sample;
  sample.states.reserve(count);
  sample.values.reserve(count * static_cast<std::size_t>(parameters_.dimensions));
  for (std::size_t t = 0; t < count; ++t) {
    const std::span<const double> next =
        t == 0 ? std::span<const double>(parameters_.start)
               : std::span(parameters_.transitions)
                     .subspan(static_cast<std::size_t>(sample.states.back()) * states, states);
    sample.states.push_back(random.Choose(next));
    emitter.Draw(sample.states.back(), random, sample.values);
  }
  return sample;
}

}  // namespace regimen::hmm
