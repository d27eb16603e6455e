// Probabilities of states over time.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace regimen::hmm {

// T rows of K probabilities, row by row; each row sums to 1. A value.
class ProbabilityTable {
 public:
  ProbabilityTable() = default;
  ProbabilityTable(std::size_t times, std::size_t states)
      : states_(states), values_(times * states, 0.0) {}

  std::size_t Times() const { return states_ == 0 ? 0 : values_.size() / states_; }
  std::size_t States() const { return states_; }

  double operator()(std::size_t time, std::size_t state) const {
    return values_[time * states_ + state];
  }
  std::span<const double> Row(std::size_t time) const {
    return std::span(values_).subspan(time * states_, states_);
  }
  std::span<double> Row(std::size_t time) {
    return std::span(values_).subspan(time * states_, states_);
  }

 private:
  std::size_t states_ = 0;
  std::vector<double> values_;
};

}  // namespace regimen::hmm
