#include "regime/model/forward_pass.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "regime/model/internal/filter_step.hpp"

namespace regimen::hmm {
namespace {

constexpr double kImpossible = -std::numeric_limits<double>::infinity();

// Two transitions above this cost e^416 at most; a double loses what is below e^-708.
constexpr double kNextToImpossible = 0x1p-300;

std::vector<double> LogarithmsOf(std::span<const double> values) {
  std::vector<double> result(values.size());
  std::transform(values.begin(), values.end(), result.begin(),
                 [](double value) { return std::log(value); });
  return result;
}

}  // namespace

ForwardPass::ForwardPass(const MarkovChain& chain)
    : start_(chain.start.begin(), chain.start.end()),
      transitions_(chain.transitions.begin(), chain.transitions.end()),
      filtered_(start_),
      predicted_(start_) {
  chain.Validate();
  const bool may_lose = std::any_of(transitions_.begin(), transitions_.end(),
                                    [](double entry) { return entry < kNextToImpossible; });
  if (!may_lose) return;
  log_start_ = log_filtered_ = log_predicted_ = LogarithmsOf(start_);
  log_transitions_ = LogarithmsOf(transitions_);
  terms_.resize(start_.size());
}

void ForwardPass::Begin() {
  filtered_ = predicted_ = start_;
  log_filtered_ = log_predicted_ = log_start_;
}

double ForwardPass::Take(std::span<const double> log_likelihoods) {
  return InLogarithms() ? TakeInLogarithms(log_likelihoods)
                        : internal::Condition(predicted_, log_likelihoods, filtered_);
}

double ForwardPass::TakeInLogarithms(std::span<const double> log_likelihoods) {
  for (std::size_t k = 0; k < terms_.size(); ++k) {
    const bool reachable = log_predicted_[k] != kImpossible;
    terms_[k] = reachable ? log_predicted_[k] + log_likelihoods[k] : kImpossible;
  }
  const double highest = *std::max_element(terms_.begin(), terms_.end());
  if (!std::isfinite(highest)) return kImpossible;
  // Relative to the highest: logarithms of many millions would leave few digits to the others.
  for (double& term : terms_) term -= highest;
  const double rest = internal::LogOfSum(terms_);
  for (std::size_t k = 0; k < terms_.size(); ++k) {
    log_filtered_[k] = terms_[k] - rest;
    filtered_[k] = std::exp(log_filtered_[k]);
  }
  return highest + rest;
}

void ForwardPass::Advance() {
  if (!InLogarithms()) {
    internal::Propagate(filtered_, transitions_, predicted_);
    return;
  }
  const std::size_t states = filtered_.size();
  for (std::size_t j = 0; j < states; ++j) {
    for (std::size_t i = 0; i < states; ++i) {
      terms_[i] = log_filtered_[i] + log_transitions_[i * states + j];
    }
    log_predicted_[j] = internal::LogOfSum(terms_);
    predicted_[j] = std::exp(log_predicted_[j]);
  }
}

}  // namespace regimen::hmm
