// A borrowed view of what was observed.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "regime/model/missing_policy.hpp"

namespace regimen::hmm {

// One or several sequences of observations, each a row of `dimensions` numbers.
//
// A view: everything it points to must outlive the call that gets it; no class of this room keeps
// one. Concurrent reading is safe.
struct Observations {
  // T x D, row by row. A row with a NaN in it is missing as a whole (see MissingPolicy).
  std::span<const double> values;

  int dimensions = 1;

  // One weight per observation, or none: all 1. The weight is the power its density is raised to: 2
  // counts the observation twice in its state, 0 is the same as missing. Exponentially falling
  // weights forget the past.
  std::span<const double> weights = {};

  // The lengths of the sequences, which begin anew with the start distribution; none: one sequence.
  std::span<const std::size_t> lengths = {};

  std::size_t Count() const { return values.size() / static_cast<std::size_t>(dimensions); }
  std::span<const double> Row(std::size_t time) const {
    const auto width = static_cast<std::size_t>(dimensions);
    return values.subspan(time * width, width);
  }

  // Throws HmmError: sizes that do not fit, an empty series, a weight that is negative or not
  // finite, infinity, or a NaN that `missing` rejects.
  void Validate(MissingPolicy missing) const;

  // Returns: the weight of each observation, 0 where it is missing.
  std::vector<double> EffectiveWeights() const;

  // Returns: the times at which a sequence begins; the first is 0.
  std::vector<std::size_t> SequenceStarts() const;
};

}  // namespace regimen::hmm
