// The speed of the regime models, measured.
#pragma once

#include <vector>

#include "regime/model/instruction_set.hpp"
#include "tests/benchmark/hmm_workload.hpp"

namespace regimen::bench {

// All in seconds per EM iteration and model.
struct HmmFigures {
  double alone = 0;        // one model, one start
  double with_starts = 0;  // one model with a start in every lane: all its starts together
  double batch = 0;        // lanes full
  double fit_many = 0;     // FitMany with all it does besides, the caller alone
  double two_threads = 0;  // FitMany with a helper, wall clock
};

// `budget`: seconds that each figure may take; the least of its rounds counts.
HmmFigures MeasureModels(const ModelSize& size, hmm::InstructionSet set, double budget);

// Textbook C++, seconds per iteration of one model.
double MeasureTextbook(const ModelSize& size, double budget);

// How far apart the log-likelihoods of textbook and library are after the same maximum-likelihood
// iterations from the same start: a yardstick that computes something else would be none.
double TextbookDisagreement();

// OnlineHmm with three states, seconds per observation.
double MeasureOnline(double budget);

}  // namespace regimen::bench
