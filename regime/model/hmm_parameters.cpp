#include "regime/model/hmm_parameters.hpp"

#include <cmath>
#include <string>
#include <utility>

#include "regime/model/emission_density.hpp"
#include "regime/model/hmm_error.hpp"
#include "regime/model/limits.hpp"

namespace regimen::hmm {
namespace {

void CheckSize(const std::vector<double>& values, std::size_t wanted, const std::string& name) {
  if (values.size() == wanted) return;
  throw HmmError(HmmFault::DimensionMismatch, name + " need " + std::to_string(wanted) +
                                                  " numbers, not " + std::to_string(values.size()));
}

void CheckShape(const HmmParameters& parameters) {
  if (parameters.states < 1 || parameters.states > kMaxStates) {
    throw HmmError(HmmFault::StatesOutOfRange, "1 to " + std::to_string(kMaxStates) +
                                                   " states are possible, not " +
                                                   std::to_string(parameters.states));
  }
  if (parameters.dimensions < 1 || parameters.dimensions > kMaxDimensions) {
    throw HmmError(HmmFault::DimensionMismatch, "1 to " + std::to_string(kMaxDimensions) +
                                                    " dimensions are possible, not " +
                                                    std::to_string(parameters.dimensions));
  }
  const auto states = static_cast<std::size_t>(parameters.states);
  const auto width = static_cast<std::size_t>(parameters.dimensions);
  CheckSize(parameters.start, states, "start probabilities");
  CheckSize(parameters.transitions, states * states, "transitions");
  CheckSize(parameters.means, states * width, "means");
  CheckSize(parameters.covariances, states * width * width, "covariances");
  const bool tails = parameters.emission_type == EmissionType::StudentT;
  CheckSize(parameters.degrees_of_freedom, tails ? states : 0, "degrees of freedom");
}

// True where a covariance of `type` may hold something else than 0.
bool MayDiffer(CovarianceType type, std::size_t row, std::size_t column) {
  return row == column || type == CovarianceType::Full || type == CovarianceType::Tied;
}

void CheckCovariance(const HmmParameters& parameters, int state) {
  const auto width = static_cast<std::size_t>(parameters.dimensions);
  const std::span<const double> matrix = parameters.Covariance(state);
  const double scale = matrix[0];
  for (std::size_t row = 0; row < width; ++row) {
    for (std::size_t column = 0; column < width; ++column) {
      const double entry = matrix[row * width + column];
      const double mirror = matrix[column * width + row];
      const bool symmetric = std::abs(entry - mirror) <= 1e-9 * std::abs(entry);
      const bool expected = MayDiffer(parameters.covariance_type, row, column) || entry == 0;
      const bool round = parameters.covariance_type != CovarianceType::Spherical || row != column ||
                         std::abs(entry - scale) <= 1e-9 * scale;
      if (std::isfinite(entry) && symmetric && expected && round) continue;
      throw HmmError(HmmFault::NotPositiveDefinite,
                     "the covariance of state " + std::to_string(state) +
                         " is not symmetric, finite and " + ToText(parameters.covariance_type));
    }
  }
}

}  // namespace

void HmmParameters::Validate() const {
  CheckShape(*this);
  Chain().Validate();
  for (const double mean : means) {
    if (!std::isfinite(mean)) throw HmmError(HmmFault::NotFinite, "a mean is not finite");
  }
  for (const double nu : degrees_of_freedom) {
    if (std::isfinite(nu) && nu > 0) continue;
    throw HmmError(HmmFault::InvalidOption, "degrees of freedom must be positive and finite");
  }
  for (int state = 0; state < states; ++state) CheckCovariance(*this, state);
  if (covariance_type == CovarianceType::Tied) {
    for (std::size_t i = Width() * Width(); i < covariances.size(); ++i) {
      if (covariances[i] == covariances[i % (Width() * Width())]) continue;
      throw HmmError(HmmFault::NotPositiveDefinite, "tied covariances differ between the states");
    }
  }
  const EmissionDensity must_exist(*this);
}

HmmParameters HmmParameters::Permuted(std::span<const int> order) const {
  HmmParameters result = *this;
  const auto count = static_cast<std::size_t>(states);
  const auto copy_block = [&](const std::vector<double>& from, std::vector<double>& to,
                              std::size_t target, std::size_t size) {
    const auto source = static_cast<std::size_t>(order[target]);
    for (std::size_t i = 0; i < size; ++i) to[target * size + i] = from[source * size + i];
  };
  for (std::size_t i = 0; i < count; ++i) {
    copy_block(start, result.start, i, 1);
    copy_block(means, result.means, i, Width());
    copy_block(covariances, result.covariances, i, Width() * Width());
    if (!degrees_of_freedom.empty())
      copy_block(degrees_of_freedom, result.degrees_of_freedom, i, 1);
    for (std::size_t j = 0; j < count; ++j) {
      result.transitions[i * count + j] = Transition(order[i], order[j]);
    }
  }
  return result;
}

HmmParameters MakeUnivariate(std::vector<double> start, std::vector<double> transitions,
                             std::vector<double> means, std::vector<double> variances) {
  HmmParameters result;
  result.states = static_cast<int>(start.size());
  result.start = std::move(start);
  result.transitions = std::move(transitions);
  result.means = std::move(means);
  result.covariances = std::move(variances);
  return result;
}

}  // namespace regimen::hmm
