#include "regime/model/internal/stationary_chain.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <Eigen/LU>

#include "regime/model/internal/small_matrix.hpp"

namespace regimen::hmm::internal {
namespace {

constexpr double kLeast = 1e-300;  // keeps logarithms and quotients of dead states finite

class StationaryObjective {
 public:
  StationaryObjective(std::span<const double> start_counts,
                      std::span<const double> transition_counts)
      : start_counts_(start_counts), transition_counts_(transition_counts) {}

  double At(std::span<const double> transitions) const {
    double value = 0;
    for (std::size_t i = 0; i < transitions.size(); ++i) {
      if (transition_counts_[i] > 0) {
        value += transition_counts_[i] * std::log(std::max(transitions[i], kLeast));
      }
    }
    const std::vector<double> stationary = StationaryDistribution(transitions);
    for (std::size_t k = 0; k < stationary.size(); ++k) {
      value += start_counts_[k] * std::log(std::max(stationary[k], kLeast));
    }
    return value;
  }

  // Where the gradient's Lagrange condition would be met if the start's share of it stayed as it
  // is:
  //   A(i,j) proportional to counts(i,j) + A(i,j) d_i u_j,  u = (I - A + 1 d')^-1 (start / d)
  // after d(d_k)/dA(i,j) = d_i Z(j,k) for the fundamental matrix Z. A constant added to u cancels
  // in each row, so u is moved to be non-negative.
  std::vector<double> Next(std::span<const double> transitions) const {
    const auto states = static_cast<Eigen::Index>(start_counts_.size());
    const std::vector<double> stationary = StationaryDistribution(transitions);
    const Eigen::Map<const SmallMatrix> a(transitions.data(), states, states);
    const Eigen::Map<const SmallVector> d(stationary.data(), states);
    SmallVector pull(states);
    for (Eigen::Index k = 0; k < states; ++k) {
      pull[k] = start_counts_[static_cast<std::size_t>(k)] / std::max(d[k], kLeast);
    }
    const SmallMatrix system =
        SmallMatrix::Identity(states, states) - a + SmallVector::Ones(states) * d.transpose();
    SmallVector u = system.partialPivLu().solve(pull);
    double lowest = u[0];
    for (Eigen::Index k = 1; k < states; ++k) lowest = std::min(lowest, u[k]);
    u.array() -= lowest;
    std::vector<double> next(transitions.size());
    for (Eigen::Index i = 0; i < states; ++i) {
      double sum = 0;
      for (Eigen::Index j = 0; j < states; ++j) {
        const auto at = static_cast<std::size_t>(i * states + j);
        sum += next[at] = transition_counts_[at] + transitions[at] * d[i] * u[j];
      }
      for (Eigen::Index j = 0; j < states; ++j) {
        const auto at = static_cast<std::size_t>(i * states + j);
        next[at] = sum > 0 ? next[at] / sum : transitions[at];
      }
    }
    return next;
  }

 private:
  std::span<const double> start_counts_;
  std::span<const double> transition_counts_;
};

double LargestChange(std::span<const double> a, std::span<const double> b) {
  double change = 0;
  for (std::size_t i = 0; i < a.size(); ++i) change = std::max(change, std::abs(a[i] - b[i]));
  return change;
}

}  // namespace

void MaximiseStationary(std::span<const double> start_counts,
                        std::span<const double> transition_counts, std::span<double> transitions) {
  constexpr int kSteps = 50;
  constexpr double kSettled = 1e-14;
  const StationaryObjective objective(start_counts, transition_counts);
  double value = objective.At(transitions);
  for (int step = 0; step < kSteps; ++step) {
    std::vector<double> next = objective.Next(transitions);
    double next_value = objective.At(next);
    // A step that overshoots is halved until it does not; rounding alone is no reason.
    for (int halving = 0; halving < 30 && !(next_value >= value); ++halving) {
      for (std::size_t i = 0; i < next.size(); ++i) next[i] = (next[i] + transitions[i]) / 2;
      next_value = objective.At(next);
    }
    if (!(next_value >= value)) return;
    const double change = LargestChange(next, transitions);
    std::copy(next.begin(), next.end(), transitions.begin());
    value = next_value;
    if (change < kSettled) return;
  }
}

}  // namespace regimen::hmm::internal
