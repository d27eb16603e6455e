// The single most probable path.
#pragma once

#include <vector>

#include "regime/model/log_likelihoods.hpp"
#include "regime/model/markov_chain.hpp"

namespace regimen::hmm {

struct ViterbiPath {
  // One state per observation.
  std::vector<int> states;

  // The logarithm of the joint probability (density) of this path and the observations.
  double log_probability = 0;
};

// The path of Viterbi (1967), in logarithms. Ties go to the lower state. Hindsight: later
// observations change earlier states. Throws HmmError, also if every path is impossible. O(T K^2).
ViterbiPath Viterbi(const MarkovChain& chain, const LogLikelihoods& likelihoods);

}  // namespace regimen::hmm
