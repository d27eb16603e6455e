// Fitting many models.
#pragma once

#include <span>
#include <vector>

#include "regime/model/fit_result.hpp"
#include "regime/model/fit_task.hpp"
#include "regime/model/workers.hpp"

namespace regimen::hmm {

// Fits every task as Fit would, to the last bit, and returns the results in the order of the tasks:
// assets, windows and candidate models in one call. A task that cannot be fitted is Rejected in its
// own report and disturbs no other. Throws nothing of its own.
//
// The caller works along and waits until all is done, but never for a thread that has not begun: it
// may itself be one of the pool's. Thread-safe. Tasks of one shape and length fill lanes best.
std::vector<FitResult> FitMany(std::span<const FitTask> tasks, const Workers& workers = {});

}  // namespace regimen::hmm
