// Which state of a new model is which of the old one.
#pragma once

#include <vector>

#include "regime/model/probability_table.hpp"

namespace regimen {

// A refit numbers its states as it likes. They are matched to the old ones by what they say of the
// bars that both windows hold: the matching with the largest overlap of posterior probabilities.
// (Matching by sorted means would rename states on one day in eight.)
struct LabelAlignment {
  // What the new model's states are renamed to: its state i becomes what was order[i]
  // (HmmParameters::Permuted). States without an old counterpart come last.
  std::vector<int> order;

  // Where each old state is now; -1: it is gone.
  std::vector<int> moved_to;

  // Of the common bars, the share that both models put into the same state; 1 without common bars.
  double agreement = 1;
  int common_bars = 0;

  // More than a tenth of the common bars are relabelled: yesterday's chart looks different today.
  bool Jump() const { return agreement < 0.9; }
};

// Row `offset` of `before` and row 0 of `now` are the same bar. O(bars K^2 + 2^K K), K <= 8 states.
LabelAlignment AlignLabels(const hmm::ProbabilityTable& before, const hmm::ProbabilityTable& now,
                           std::size_t offset);

}  // namespace regimen
