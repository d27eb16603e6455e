// One step of the scaled forward pass.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

namespace regimen::hmm::internal {

// Moves probabilities one step on: to = from * transitions. O(K^2).
inline void Propagate(std::span<const double> from, std::span<const double> transitions,
                      std::span<double> to) {
  const std::size_t states = from.size();
  for (std::size_t j = 0; j < states; ++j) {
    double sum = 0;
    for (std::size_t i = 0; i < states; ++i) sum += from[i] * transitions[i * states + j];
    to[j] = sum;
  }
}

// Weighs the predicted probabilities with an observation's log-likelihoods: `filtered` sums to 1.
// Returns: the log-likelihood of the observation given the past; -infinity, with `filtered` left
// alone, if it is impossible. `filtered` may be `predicted`. O(K).
inline double Condition(std::span<const double> predicted, std::span<const double> log_likelihoods,
                        std::span<double> filtered) {
  constexpr double kImpossible = -std::numeric_limits<double>::infinity();
  double highest = kImpossible;
  for (std::size_t k = 0; k < predicted.size(); ++k) {
    if (predicted[k] > 0) highest = std::max(highest, log_likelihoods[k]);
  }
  if (highest == kImpossible) return kImpossible;
  double sum = 0;
  for (std::size_t k = 0; k < predicted.size(); ++k) {
    // A state out of reach may have any likelihood: its weight stays 0, not 0 times infinity.
    filtered[k] = predicted[k] > 0 ? predicted[k] * std::exp(log_likelihoods[k] - highest) : 0.0;
    sum += filtered[k];
  }
  for (std::size_t k = 0; k < filtered.size(); ++k) filtered[k] /= sum;
  return highest + std::log(sum);
}

// Returns: the logarithm of a sum of exponentials; -infinity if there is nothing to add. O(K).
inline double LogOfSum(std::span<const double> logarithms) {
  constexpr double kNothing = -std::numeric_limits<double>::infinity();
  double highest = kNothing;
  for (const double logarithm : logarithms) highest = std::max(highest, logarithm);
  if (highest == kNothing) return kNothing;
  double sum = 0;
  for (const double logarithm : logarithms) sum += std::exp(logarithm - highest);
  return highest + std::log(sum);
}

}  // namespace regimen::hmm::internal
