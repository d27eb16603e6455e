// The visible half of a hidden Markov model, reduced to what inference needs of it.
#pragma once

#include <cstddef>
#include <span>

namespace regimen::hmm {

// The natural logarithms of the likelihoods of T observations in K states, T x K row by row. Any
// emission can be used: this is all that filtering, smoothing and decoding see of it. -infinity
// means impossible; a row of zeros is a missing observation. A view: its arrays must outlive the
// call.
struct LogLikelihoods {
  std::span<const double> values;
  std::size_t states = 0;

  // The lengths of the sequences; none: one sequence.
  std::span<const std::size_t> lengths = {};

  std::size_t Times() const { return values.size() / states; }
  std::span<const double> Row(std::size_t time) const {
    return values.subspan(time * states, states);
  }

  // Throws HmmError unless there is at least one row, sizes fit `chain_states`, and no entry is NaN
  // or +infinity.
  void Validate(std::size_t chain_states) const;
};

}  // namespace regimen::hmm
