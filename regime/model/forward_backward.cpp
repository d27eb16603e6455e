#include "regime/model/forward_backward.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "regime/model/forward_pass.hpp"
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

void Copy(std::span<const double> from, std::span<double> to) {
  std::copy(from.begin(), from.end(), to.begin());
}

// Both passes' tables; logarithms only of a chain kept in them (see ForwardPass).
struct Tables {
  FilterResult forward;
  ProbabilityTable log_filtered;
  ProbabilityTable log_predicted;
};

void FilterSequence(const LogLikelihoods& likelihoods, std::size_t begin, std::size_t end,
                    ForwardPass& pass, Tables& tables) {
  for (std::size_t t = begin; t < end; ++t) {
    t == begin ? pass.Begin() : pass.Advance();
    const double step = pass.Take(likelihoods.Row(t));
    if (!std::isfinite(step)) {
      throw HmmError(HmmFault::ImpossibleObservation,
                     "observation " + std::to_string(t) +
                         " has likelihood 0 in every state that can be "
                         "reached");
    }
    tables.forward.log_likelihood += step;
    Copy(pass.Predicted(), tables.forward.predicted.Row(t));
    Copy(pass.Filtered(), tables.forward.filtered.Row(t));
    if (tables.log_filtered.Times() == 0) continue;
    Copy(pass.LogPredicted(), tables.log_predicted.Row(t));
    Copy(pass.LogFiltered(), tables.log_filtered.Row(t));
  }
}

Tables FilterAll(const LogLikelihoods& likelihoods, ForwardPass& pass, bool keep_logarithms) {
  const std::size_t times = likelihoods.Times();
  const std::size_t states = pass.Filtered().size();
  Tables tables;
  tables.forward.filtered = ProbabilityTable(times, states);
  tables.forward.predicted = ProbabilityTable(times, states);
  if (keep_logarithms) {
    tables.log_filtered = ProbabilityTable(times, states);
    tables.log_predicted = ProbabilityTable(times, states);
  }
  ForEachSequence(likelihoods, [&](std::size_t begin, std::size_t end) {
    FilterSequence(likelihoods, begin, end, pass, tables);
  });
  return tables;
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

// The same in logarithms.
void SmoothSequenceInLogarithms(const ForwardPass& pass, const Tables& tables, std::size_t begin,
                                std::size_t end, SmoothResult& result) {
  const std::size_t states = pass.Filtered().size();
  std::vector<double> now(states);
  std::vector<double> next(states);
  std::vector<double> terms(states);
  Copy(tables.log_filtered.Row(end - 1), now);
  for (std::size_t t = end; t-- > begin;) {
    for (std::size_t i = 0; i < states; ++i) result.smoothed.Row(t)[i] = std::exp(now[i]);
    if (t == begin) return;
    next.swap(now);
    for (std::size_t i = 0; i < states; ++i) {
      for (std::size_t j = 0; j < states; ++j) {
        const bool possible = std::isfinite(next[j]);
        terms[j] = possible
                       ? tables.log_filtered(t - 1, i) + pass.LogTransitions()[i * states + j] +
                             next[j] - tables.log_predicted(t, j)
                       : next[j];
        result.transition_counts[i * states + j] += std::exp(terms[j]);
      }
      now[i] = internal::LogOfSum(terms);
    }
    const double total = internal::LogOfSum(now);  // rounding must not add up over time
    for (double& logarithm : now) logarithm -= total;
  }
}

}  // namespace

FilterResult Filter(const MarkovChain& chain, const LogLikelihoods& likelihoods) {
  ForwardPass pass(chain);
  likelihoods.Validate(chain.States());
  return FilterAll(likelihoods, pass, false).forward;
}

SmoothResult Smooth(const MarkovChain& chain, const LogLikelihoods& likelihoods) {
  ForwardPass pass(chain);
  likelihoods.Validate(chain.States());
  const Tables tables = FilterAll(likelihoods, pass, pass.InLogarithms());
  SmoothResult result;
  result.log_likelihood = tables.forward.log_likelihood;
  result.smoothed = ProbabilityTable(likelihoods.Times(), chain.States());
  result.transition_counts.assign(chain.States() * chain.States(), 0.0);
  ForEachSequence(likelihoods, [&](std::size_t begin, std::size_t end) {
    if (pass.InLogarithms()) {
      SmoothSequenceInLogarithms(pass, tables, begin, end, result);
    } else {
      SmoothSequence(chain, tables.forward, begin, end, result);
    }
  });
  return result;
}

}  // namespace regimen::hmm
