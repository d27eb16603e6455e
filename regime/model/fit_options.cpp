#include "regime/model/fit_options.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "regime/model/hmm_error.hpp"
#include "regime/model/limits.hpp"

namespace regimen::hmm {
namespace {

int CovarianceParameters(CovarianceType type, int states, int dimensions) {
  switch (type) {
    case CovarianceType::Spherical:
      return states;
    case CovarianceType::Diagonal:
      return states * dimensions;
    case CovarianceType::Full:
      return states * dimensions * (dimensions + 1) / 2;
    case CovarianceType::Tied:
      return dimensions * (dimensions + 1) / 2;
  }
  return 0;
}

void Require(bool holds, const std::string& rule) {
  if (!holds) throw HmmError(HmmFault::InvalidOption, rule);
}

bool IsCount(double value) { return value >= 0 && std::isfinite(value); }

void CheckPrior(const Prior& prior) {
  Require(IsCount(prior.variance_observations) && IsCount(prior.mean_observations) &&
              IsCount(prior.transition_count) && IsCount(prior.sticky_count) &&
              IsCount(prior.start_count) && IsCount(prior.scatter),
          "the counts of the prior must be finite and not negative");
}

}  // namespace

int FitOptions::FreeParameters(int dimensions) const {
  const int start = start_type == StartType::Free ? states - 1 : 0;
  const int tails =
      emission_type == EmissionType::StudentT && estimate_degrees_of_freedom ? states : 0;
  return start + states * (states - 1) + states * dimensions +
         CovarianceParameters(covariance_type, states, dimensions) + tails;
}

void FitOptions::Validate() const {
  if (states < 1 || states > kMaxStates) {
    throw HmmError(HmmFault::StatesOutOfRange, "1 to " + std::to_string(kMaxStates) +
                                                   " states are possible, not " +
                                                   std::to_string(states));
  }
  CheckPrior(prior);
  Require(degrees_of_freedom > 0 && std::isfinite(degrees_of_freedom),
          "degrees_of_freedom must be positive and finite");
  Require(random_starts >= 0, "random_starts must not be negative");
  Require(!(warm_margin < 0), "warm_margin must not be negative");
  Require(tolerance >= 0 && std::isfinite(tolerance), "tolerance must be finite and not negative");
  Require(max_iterations >= 0, "max_iterations must not be negative");
  Require(variance_floor >= 1e-12 && variance_floor < 1,
          "variance_floor must lie within 1e-12 and 1");
  Require(minimum_observations >= 0, "minimum_observations must not be negative");
  Require(std::none_of(starts.begin(), starts.end(),
                       [](InitMethod method) {
                         return method == InitMethod::Given || method == InitMethod::Warm;
                       }),
          "given and warm starts come with the task, not with the options");
}

}  // namespace regimen::hmm
