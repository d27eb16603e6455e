// The forward pass, one observation at a time.
#pragma once

#include <span>
#include <vector>

#include "regime/model/forward_pass.hpp"
#include "regime/model/gaussian_hmm.hpp"

namespace regimen::hmm {

// Follows a series with a model between refits: after t updates `Filtered()` is, to the last bit,
// row t - 1 of GaussianHmm::Filter over the same observations. Owns copies of all it needs. One
// thread at a time. An update is O(K^2 + K D^2) and allocates nothing.
class HmmFilter {
 public:
  explicit HmmFilter(const GaussianHmm& model);

  // Takes the next observation of D numbers; one with a NaN is missing, time goes on. Returns: its
  // log-likelihood given all before it. Throws HmmError on infinity, another size, or an
  // observation impossible in every state; the filter is then as before.
  double Update(std::span<const double> row);
  double Update(double value) { return Update(std::span(&value, 1)); }

  // The probabilities of the states now. Before the first update: the start distribution.
  std::span<const double> Filtered() const { return pass_.Filtered(); }

  // The probabilities of the states at the next observation, before it is seen.
  std::span<const double> Predicted() const { return pass_.Predicted(); }

  // The most probable state now; ties go to the lower one.
  int State() const;

  // The largest filtered probability.
  double Confidence() const;

  // The sum of all log-likelihoods since the start or `Reset`.
  double LogLikelihood() const { return log_likelihood_; }

  void Reset();

 private:
  std::size_t dimensions_;
  EmissionDensity emission_;
  ForwardPass pass_;
  std::vector<double> densities_;
  double log_likelihood_ = 0;
};

}  // namespace regimen::hmm
