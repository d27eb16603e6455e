// A hidden Markov model with Gaussian (or Student-t) emissions, ready to be asked.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "regime/model/emission_density.hpp"
#include "regime/model/forward_backward.hpp"
#include "regime/model/hmm_parameters.hpp"
#include "regime/model/missing_policy.hpp"
#include "regime/model/observations.hpp"
#include "regime/model/random_stream.hpp"
#include "regime/model/viterbi.hpp"

namespace regimen::hmm {

// A simulated history.
struct HmmSample {
  std::vector<int> states;     // T
  std::vector<double> values;  // T x D
};

// A model with given parameters. Immutable; concurrent calls are safe; it never fits (see Fit).
//
// For signals use `Filter`: what it says of a day stays when later days come. What carries
// "InHindsight" in its name sees the whole series, and must not be traded on.
//
// All members throw HmmError on observations that break the rules of Observations::Validate.
class GaussianHmm {
 public:
  // Throws HmmError unless `parameters` are valid. With StartType::Stationary the start
  // distribution is derived from the transitions.
  explicit GaussianHmm(HmmParameters parameters);

  const HmmParameters& Parameters() const { return parameters_; }
  const EmissionDensity& Emission() const { return emission_; }

  // The log-likelihoods of the observations in each state, T x K, each times its weight.
  std::vector<double> LogDensities(const Observations& observations,
                                   MissingPolicy missing = MissingPolicy::Reject) const;

  double LogLikelihood(const Observations& observations,
                       MissingPolicy missing = MissingPolicy::Reject) const;

  // Probabilities that use no later observation: filtered, and predicted from the day before.
  FilterResult Filter(const Observations& observations,
                      MissingPolicy missing = MissingPolicy::Reject) const;

  // Probabilities given all observations.
  SmoothResult SmoothInHindsight(const Observations& observations,
                                 MissingPolicy missing = MissingPolicy::Reject) const;

  // The most probable path given all observations.
  ViterbiPath ViterbiInHindsight(const Observations& observations,
                                 MissingPolicy missing = MissingPolicy::Reject) const;

  // Returns: the probabilities of the states `steps` steps after `probabilities`. O(steps K^2).
  std::vector<double> After(std::span<const double> probabilities, int steps) const;

  // Returns: how many steps a stay in `state` lasts on average, 1 / (1 - a_kk); infinity if it
  // never ends.
  double ExpectedDuration(int state) const;

  // Simulates `count` steps from the start distribution on.
  HmmSample Sample(std::size_t count, RandomStream& random) const;

 private:
  HmmParameters parameters_;
  EmissionDensity emission_;
};

}  // namespace regimen::hmm
