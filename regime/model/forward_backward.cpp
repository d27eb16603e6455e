#include "regime/model/forward_backward.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "regime/model/hmm_error.hpp"
#include "regime/model/internal/filter_step.hpp"

namespace regimen::hmm {
namespace {

// Calls body(begin, end) for each sequence.
template <typename Body>
void ForEachSequence(const LogLikelihoods& likelihoods, Body body) {
  if (likelihoods.lengths.empty()) {
    body(std::size_t{0}, likelihoods.Times());
    return;
  }
  std::size_t begin = 0;
  for (const std::size_t length : likelihoods.lengths) {
    if (length > 0) body(begin, begin + length);
    begin += length;
  }
}

void FilterSequence(const MarkovChain& chain, const LogLikelihoods& likelihoods, std::size_t begin,
                    std::size_t end, FilterResult& result) {
  for (std::size_t t = begin; t < end; ++t) {
    const std::span<double> predicted = result.predicted.Row(t);
    if (t == begin) {
      std::copy(chain.start.begin(), chain.start.end(), predicted.begin());
    } else {
      internal::Propagate(result.filtered.Row(t - 1), chain.transitions, predicted);
    }
    const double step = internal::Condition(predicted, likelihoods.Row(t), result.filtered.Row(t));
    if (!std::isfinite(step)) {
      throw HmmError(HmmFault::ImpossibleObservation,
                     "observation " + std::to_string(t) +
                         " has likelihood 0 in every state that can be "
                         "reached");
    }
    result.log_likelihood += step;
  }
}

// The backward pass in the form of Rauch, Tung and Striebel: probabilities only.
//   smoothed_t(i) = filtered_t(i) sum_j A(i,j) smoothed_t+1(j) / predicted_t+1(j)
void SmoothSequence(const MarkovChain& chain, const FilterResult& forward, std::size_t begin,
                    std::size_t end, SmoothResult& result) {
  const std::size_t states = chain.States();
  const std::span<const double> last = forward.filtered.Row(end - 1);
  std::copy(last.begin(), last.end(), result.smoothed.Row(end - 1).begin());
  std::vector<double> ratio(states);
  for (std::size_t t = end - 1; t-- > begin;) {
    for (std::size_t j = 0; j < states; ++j) {
      const double predicted = forward.predicted(t + 1, j);
      ratio[j] = predicted > 0 ? result.smoothed(t + 1, j) / predicted : 0.0;
    }
    const std::span<double> smoothed = result.smoothed.Row(t);
    double total = 0;
    for (std::size_t i = 0; i < states; ++i) {
      const double filtered = forward.filtered(t, i);
      double sum = 0;
      for (std::size_t j = 0; j < states; ++j) {
        const double pair = filtered * chain.transitions[i * states + j] * ratio[j];
        result.transition_counts[i * states + j] += pair;
        sum += pair;
      }
      total += smoothed[i] = sum;
    }
    for (double& probability : smoothed)
      probability /= total;  // rounding must not add up over time
  }
}

}  // namespace

FilterResult Filter(const MarkovChain& chain, const LogLikelihoods& likelihoods) {
  chain.Validate();
  likelihoods.Validate(chain.States());
  FilterResult result;
  result.filtered = ProbabilityTable(likelihoods.Times(), chain.States());
  result.predicted = ProbabilityTable(likelihoods.Times(), chain.States());
  ForEachSequence(likelihoods, [&](std::size_t begin, std::size_t end) {
    FilterSequence(chain, likelihoods, begin, end, result);
  });
  return result;
}

SmoothResult Smooth(const MarkovChain& chain, const LogLikelihoods& likelihoods) {
  const FilterResult forward = Filter(chain, likelihoods);
  SmoothResult result;
  result.log_likelihood = forward.log_likelihood;
  result.smoothed = ProbabilityTable(likelihoods.Times(), chain.States());
  result.transition_counts.assign(chain.States() * chain.States(), 0.0);
  ForEachSequence(likelihoods, [&](std::size_t begin, std::size_t end) {
    SmoothSequence(chain, forward, begin, end, result);
  });
  return result;
}

}  // namespace regimen::hmm
