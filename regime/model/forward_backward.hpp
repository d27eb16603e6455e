// What is known of the hidden states: at each time, and in hindsight.
#pragma once

#include <vector>

#include "regime/model/log_likelihoods.hpp"
#include "regime/model/markov_chain.hpp"
#include "regime/model/probability_table.hpp"

namespace regimen::hmm {

// What could be known at the time. Row t of `filtered` uses the observations up to t, row t of
// `predicted` those before t: neither changes when more data come.
struct FilterResult {
  double log_likelihood = 0;
  ProbabilityTable filtered;
  ProbabilityTable predicted;
};

// What is known in hindsight, from all observations: for study, never for signals.
struct SmoothResult {
  double log_likelihood = 0;
  ProbabilityTable smoothed;

  // K x K: how often each transition is expected to have happened.
  std::vector<double> transition_counts;
};

// The scaled forward pass. Throws HmmError, also where an observation is impossible in every state
// that can be reached. O(T K^2).
FilterResult Filter(const MarkovChain& chain, const LogLikelihoods& likelihoods);

// The forward pass and the scaled backward pass. Throws as Filter does. O(T K^2).
SmoothResult Smooth(const MarkovChain& chain, const LogLikelihoods& likelihoods);

}  // namespace regimen::hmm
