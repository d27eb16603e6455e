// One task of every kind the library fits, each on a small series of its own.
#pragma once

#include <cmath>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "regime/model/baum_welch.hpp"
#include "tests/regime/model/hmm_data.hpp"

namespace regimen::tests {

// Owns what its task borrows.
struct FitCase {
  std::string name;
  std::vector<double> values, weights;
  std::vector<std::size_t> lengths;
  hmm::FitTask task;

  hmm::FitTask Task() const {
    hmm::FitTask result = task;
    result.observations.values = values;
    result.observations.weights = weights;
    result.observations.lengths = lengths;
    return result;
  }

  friend void PrintTo(const FitCase& fit_case, std::ostream* out) { *out << fit_case.name; }
};

inline hmm::HmmParameters CorrelatedRegimes(int dimensions) {
  hmm::HmmParameters model;
  const auto d = static_cast<std::size_t>(dimensions);
  model.states = 2;
  model.dimensions = dimensions;
  model.covariance_type = hmm::CovarianceType::Full;
  model.start = {0.5, 0.5};
  model.transitions = {0.95, 0.05, 0.1, 0.9};
  for (std::size_t k = 0; k < 2; ++k) {
    for (std::size_t i = 0; i < d; ++i) {
      model.means.push_back(k == 0 ? 0.5 : -1.0 + 0.2 * static_cast<double>(i));
      for (std::size_t j = 0; j < d; ++j) {
        const double correlation = i == j ? 1.0 : (k == 0 ? 0.2 : 0.7);
        model.covariances.push_back((k == 0 ? 1.0 : 4.0) * correlation);
      }
    }
  }
  return model;
}

inline FitCase MakeCase(std::string name, int states, int dimensions, std::uint64_t seed) {
  FitCase result;
  result.name = std::move(name);
  result.values = dimensions == 1 ? Simulated(ThreeRegimes(), 240, seed)
                                  : Simulated(CorrelatedRegimes(dimensions), 240, seed);
  result.task.observations.dimensions = dimensions;
  result.task.options.states = states;
  return result;
}

inline void SetMissing(FitCase& fit_case) {
  fit_case.task.options.missing = hmm::MissingPolicy::Skip;
  for (std::size_t i = 0; i < fit_case.values.size(); i += 17) fit_case.values[i] = kNan;
}

inline std::vector<FitCase> AllFitCases() {
  using hmm::CovarianceType;
  std::vector<FitCase> cases;
  for (int states = 1; states <= 8; ++states) {
    cases.push_back(MakeCase("Plain" + std::to_string(states), states, 1, 100));
    cases.back().task.options.minimum_observations = 1;
  }
  cases.push_back(MakeCase("Sticky", 3, 1, 1));
  cases.back().task.options.prior = {.transition_count = 0.5, .sticky_count = 10, .start_count = 1};
  cases.push_back(MakeCase("Scatter", 2, 1, 2));
  cases.back().task.options.prior = {
      .variance_observations = 0, .mean_observations = 0, .scatter = 0.3};
  cases.push_back(MakeCase("MaximumLikelihood", 2, 1, 3));
  cases.back().task.options.prior = hmm::Prior::None();
  for (const auto& [name, type] :
       {std::pair{"Spherical", CovarianceType::Spherical},
        std::pair{"Diagonal", CovarianceType::Diagonal}, std::pair{"Full", CovarianceType::Full},
        std::pair{"Tied", CovarianceType::Tied}}) {
    for (const int dimensions : {2, 4}) {
      cases.push_back(MakeCase(name + std::to_string(dimensions), 2, dimensions, 4));
      cases.back().task.options.covariance_type = type;
      cases.back().task.options.prior.scatter = 0.1;
    }
  }
  cases.push_back(MakeCase("TiedUnivariate", 3, 1, 5));
  cases.back().task.options.covariance_type = CovarianceType::Tied;
  cases.push_back(MakeCase("StudentT", 2, 1, 6));
  cases.back().task.options.emission_type = hmm::EmissionType::StudentT;
  cases.push_back(MakeCase("StudentTFull", 2, 3, 7));
  cases.back().task.options.emission_type = hmm::EmissionType::StudentT;
  cases.back().task.options.covariance_type = CovarianceType::Full;
  cases.back().task.options.estimate_degrees_of_freedom = true;
  cases.back().task.options.max_iterations = 20000;  // a Gaussian in the limit, approached slowly
  cases.push_back(MakeCase("Stationary", 3, 1, 8));
  cases.back().task.options.start_type = hmm::StartType::Stationary;
  cases.push_back(MakeCase("Missing", 2, 1, 9));
  SetMissing(cases.back());
  cases.push_back(MakeCase("MissingFull", 2, 2, 10));
  cases.back().task.options.covariance_type = CovarianceType::Full;
  SetMissing(cases.back());
  cases.push_back(MakeCase("Weights", 2, 1, 11));
  for (int t = 0; t < 240; ++t) cases.back().weights.push_back(std::pow(0.99, 240 - t));
  cases.push_back(MakeCase("Sequences", 2, 1, 12));
  cases.back().lengths = {1, 100, 60, 79};
  cases.push_back(MakeCase("SequencesStationary", 2, 2, 13));
  cases.back().lengths = {100, 60, 80};
  cases.back().task.options.start_type = hmm::StartType::Stationary;
  return cases;
}

}  // namespace regimen::tests
