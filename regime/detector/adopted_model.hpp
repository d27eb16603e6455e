// A model in use, and what it said of the bars it was fitted to.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "regime/detector/label_alignment.hpp"
#include "regime/detector/observation_window.hpp"
#include "regime/interpreter/named_state.hpp"
#include "regime/model/gaussian_hmm.hpp"
#include "regime/model/hmm_filter.hpp"
#include "regime/model/hmm_parameters.hpp"
#include "regime/model/probability_table.hpp"

namespace regimen {

// A fitted model with its states in the order of the model before it, named, its filter at the last
// bar of the window. Not thread-safe.
class AdoptedModel {
 public:
  // `weights`: of the window's bars, none: all 1. `before`: the model in use until now, or null.
  // Throws hmm::HmmError where a bar of the window is impossible in every state.
  AdoptedModel(const hmm::HmmParameters& fitted, const ObservationWindow& window,
               std::span<const double> weights, const AdoptedModel* before, double bars_per_year);

  const hmm::HmmParameters& Parameters() const { return parameters_; }
  const std::vector<NamedState>& States() const { return states_; }
  hmm::HmmFilter& Filter() { return filter_; }
  const hmm::HmmFilter& Filter() const { return filter_; }

  // How the states were matched to those of the model before.
  const LabelAlignment& Alignment() const { return alignment_; }

  // Bars that a stay in the state lasts on average.
  double ExpectedDuration(int state) const;

  // The return of the next bar over all states.
  StateMoments NextReturn() const;

 private:
  void NameByMoments(const ObservationWindow& window, std::span<const double> weights,
                     double bars_per_year);

  hmm::HmmParameters parameters_;
  hmm::HmmFilter filter_;
  hmm::ProbabilityTable posterior_;  // smoothed, of the window's bars
  std::size_t first_number_;         // the window's first bar
  LabelAlignment alignment_;
  std::vector<NamedState> states_;
};

}  // namespace regimen
