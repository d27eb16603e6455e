// How many states?
#pragma once

#include <vector>

#include "regime/model/fit_result.hpp"
#include "regime/model/fit_task.hpp"
#include "regime/model/information_criterion.hpp"
#include "regime/model/workers.hpp"

namespace regimen::hmm {

struct SelectionOptions {
  InformationCriterion criterion = InformationCriterion::Bic;

  // 1 to this many; 1 means "no regimes", and on 252 daily returns it often wins.
  int max_states = 4;

  // The number chosen last time (0: none) keeps its place unless another scores better by more than
  // `hysteresis`: the criterion's choice flickers from month to month.
  int previous_states = 0;
  double hysteresis = 0;
};

struct StateSelection {
  int states = 0;               // chosen
  std::vector<FitResult> fits;  // of 1, 2, ... states
  std::vector<double> scores;   // of each, infinity where it was rejected
  const FitResult& Chosen() const { return fits[static_cast<std::size_t>(states - 1)]; }
};

// Fits `task` with 1 to max_states states, side by side, and chooses. Its own number of states and
// warm and given starts of other sizes are disregarded. Throws HmmError if not even one state can
// be fitted.
StateSelection SelectStates(const FitTask& task, const SelectionOptions& options,
                            const Workers& workers = {});

}  // namespace regimen::hmm
