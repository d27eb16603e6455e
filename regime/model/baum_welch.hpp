// Fitting one model.
#pragma once

#include "regime/model/fit_result.hpp"
#include "regime/model/fit_task.hpp"
#include "regime/model/instruction_set.hpp"

namespace regimen::hmm {

// Maximises the likelihood (or, with a prior, the posterior) by expectation-maximisation (Baum,
// Petrie, Soules and Weiss 1970) from every start of the task, all in lanes side by side, and
// returns the best end. The same task always gives the same result. Reports why it stopped; see
// FitReport.
//
// Throws HmmError if the task cannot be fitted at all: sizes that do not fit, too few observations,
// a constant series, a value that is not finite, an option out of its range. Thread-safe.
// O(iterations T K^2), about 0.3 microseconds an iteration and start for K = 3, T = 252.
FitResult Fit(const FitTask& task, InstructionSet instructions = BestInstructionSet());

}  // namespace regimen::hmm
