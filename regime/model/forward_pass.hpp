// The forward pass over any emissions, one observation at a time.
#pragma once

#include <span>
#include <vector>

#include "regime/model/markov_chain.hpp"

namespace regimen::hmm {

// What is known of the state now and of the next one. Owns a copy of the chain. One thread at a
// time; allocates only when made. The streaming and the batch filter both go through here: that is
// why they agree to the last bit.
//
// Probabilities are kept as they are unless a transition is (next to) impossible. Then a state may
// be left for good, and a path that looked hopeless, its probability too small for a double, may
// turn out to be the only one: such chains are kept in logarithms. Any other chain can return to
// every state at a cost far above what a double loses.
class ForwardPass {
 public:
  // Throws HmmError unless the chain is valid.
  explicit ForwardPass(const MarkovChain& chain);

  bool InLogarithms() const { return !log_transitions_.empty(); }

  // Starts a sequence: the start distribution is predicted.
  void Begin();

  // Takes an observation by its log-likelihoods in the K states, none of them NaN or +infinity.
  // Returns: its log-likelihood given the past; -infinity if it is impossible, and then nothing
  // changes. O(K).
  double Take(std::span<const double> log_likelihoods);

  // Predicts the next state. O(K^2).
  void Advance();

  // Before the first observation of a sequence: the start distribution.
  std::span<const double> Filtered() const { return filtered_; }
  std::span<const double> Predicted() const { return predicted_; }

  // Their logarithms, if they are kept.
  std::span<const double> LogFiltered() const { return log_filtered_; }
  std::span<const double> LogPredicted() const { return log_predicted_; }
  std::span<const double> LogTransitions() const { return log_transitions_; }

 private:
  double TakeInLogarithms(std::span<const double> log_likelihoods);

  std::vector<double> start_;
  std::vector<double> transitions_;
  std::vector<double> filtered_, predicted_;
  std::vector<double> log_start_, log_transitions_, log_filtered_, log_predicted_, terms_;
};

}  // namespace regimen::hmm
