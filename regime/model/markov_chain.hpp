// The hidden half of a hidden Markov model.
#pragma once

#include <span>
#include <vector>

namespace regimen::hmm {

// A borrowed view of a chain of K states: `start` holds the probabilities of the first state,
// `transitions` K x K row by row: entry (i, j) is the probability of j after i. A view: its arrays
// must outlive the call.
struct MarkovChain {
  std::span<const double> start;
  std::span<const double> transitions;

  std::size_t States() const { return start.size(); }

  // Throws HmmError unless sizes fit, no entry is negative or NaN and every row sums to 1 (to
  // 1e-6).
  void Validate() const;
};

// Returns: the distribution that one step of `transitions` (K x K) leaves alone. Where there are
// several (a reducible chain), the one that a uniform start tends to in the long-run average.
// O(K^3).
std::vector<double> StationaryDistribution(std::span<const double> transitions);

}  // namespace regimen::hmm
