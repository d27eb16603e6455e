// The M-step of transitions that answer for the start as well.
#pragma once

#include <span>

#include "regime/model/markov_chain.hpp"

namespace regimen::hmm::internal {

// Maximises f(A) = sum_ij transition_counts(i,j) log A(i,j) + sum_k start_counts(k) log d_k(A),
// with d the stationary distribution of A, over stochastic matrices, starting from and replacing
// `transitions`. Never lowers f. O(K^3) an inner iteration.
void MaximiseStationary(std::span<const double> start_counts,
                        std::span<const double> transition_counts, std::span<double> transitions);

}  // namespace regimen::hmm::internal
