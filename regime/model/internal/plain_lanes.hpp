// The memory of the plain kernel.
#pragma once

#include <cstddef>
#include <vector>

#include "regime/model/internal/em_run.hpp"
#include "regime/model/internal/lane_array.hpp"
#include "regime/model/internal/lane_kernel.hpp"

namespace regimen::hmm::internal {

// What `lanes` models of K states in one dimension hold side by side: entry i of an array stands
// for all lanes at [i * lanes + lane]. Knows nothing of vectors. One thread at a time.
class PlainLanes {
 public:
  PlainLanes(int states, std::size_t lanes);

  void Load(std::size_t lane, const EmRun& run);
  void Clear(std::size_t lane);
  void Extract(std::size_t lane, HmmParameters& parameters) const;
  LaneScore Score(std::size_t lane) const;

  // Replaces the expectations and the log-likelihood of a lane by those of ExactExpectations.
  void ComputeExactly(std::size_t lane);

  // Exchanges the state of the largest variance with state 0; Extract undoes it.
  void PutWidestFirst(std::size_t lane);

  // The length of the longest series loaded, and whether another has a different one.
  std::size_t Length() const { return length_; }
  bool Ragged() const { return ragged_; }

  // Parameters: K, K x K, K, K.
  LaneArray start, transition, mean, variance;

  // Settings: 1 each.
  LaneArray variance_observations, mean_observations, transition_count, sticky_count, start_count,
      scatter, floor;

  // The series: T values and what is known of them. `last` is the time of the last one.
  LaneArray x, count, last, sum, sum_of_squares, lowest, highest;

  // Prepared densities: three coefficients of each ratio (none used for state 0); K logarithms.
  LaneArray quadratic, log_variance;

  // What the forward pass leaves to the backward pass: T x K, T x (K - 1), T, T / 8; and its sums
  // at the end of each lane's series: K, 1, 1, 1.
  LaneArray alpha, ratio, reference, scale, end, end_sum, end_exponent, end_shift;

  // Expectations: K x K (until EStep ends, without the factor of the transition), the rest K.
  LaneArray pair, row, first, second, start_gamma, end_gamma, weight;

  // Scores, and whether the expectations are complete: 1 each.
  LaneArray log_likelihood, log_prior, whole;

 private:
  void Measure();

  int states_;
  std::size_t lanes_;
  std::size_t length_ = 1;
  std::size_t capacity_ = 0;
  bool ragged_ = false;
  std::vector<const EmRun*> runs_;        // null: empty
  std::vector<std::vector<int>> places_;  // per lane: which state of the run stands at each place
};

}  // namespace regimen::hmm::internal
