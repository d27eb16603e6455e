// How a model is fitted.
#pragma once

#include <cstdint>
#include <vector>

#include "regime/model/covariance_type.hpp"
#include "regime/model/emission_type.hpp"
#include "regime/model/init_method.hpp"
#include "regime/model/missing_policy.hpp"
#include "regime/model/prior.hpp"
#include "regime/model/start_type.hpp"

namespace regimen::hmm {

struct FitOptions {
  // The model: 1 to 8 states; 1 is "no regimes".
  int states = 2;
  CovarianceType covariance_type = CovarianceType::Diagonal;
  EmissionType emission_type = EmissionType::Gaussian;
  StartType start_type = StartType::Free;
  Prior prior = {};

  // Of Student-t emissions: what every state has, or has first if they are estimated
  // (within 2.1..200).
  double degrees_of_freedom = 5;
  bool estimate_degrees_of_freedom = false;

  // The starts, each one EM run; the best end wins. Up to eight cost no more than one (four with
  // AVX2).
  std::vector<InitMethod> starts = {InitMethod::VolatilitySplit, InitMethod::KMeans,
                                    InitMethod::Quantile};

  // Further random starts, each a function of `seed` and its number.
  int random_starts = 0;
  std::uint64_t seed = 1;

  // A warm start (FitTask::warm) keeps its place unless another end is better by more than this
  // many nats: swapping between equal optima would only shuffle labels.
  double warm_margin = 1;

  // EM stops when an iteration gains less than this, in nats per observation.
  double tolerance = 1e-8;
  int max_iterations = 1000;

  // The least variance of a state, relative to the variance of the series.
  double variance_floor = 1e-4;

  MissingPolicy missing = MissingPolicy::Reject;

  // Fewer numbers than this are an error; 0: as many as the model has free parameters.
  int minimum_observations = 0;

  // Keep every iteration's log-likelihood and objective in the report.
  bool keep_history = false;

  // Returns: how many parameters the data decide in `dimensions` dimensions.
  int FreeParameters(int dimensions) const;

  // Throws HmmError naming the setting that is out of its range.
  void Validate() const;
};

}  // namespace regimen::hmm
