// One run of EM from one start.
#pragma once

#include <vector>

#include "regime/model/fit_report.hpp"
#include "regime/model/hmm_parameters.hpp"
#include "regime/model/internal/em_settings.hpp"
#include "regime/model/internal/working_series.hpp"

namespace regimen::hmm::internal {

// Work for a lane of a kernel: what to fit from where, and how it ended. All in working units.
// Borrows the series and the settings; both outlive the run.
struct EmRun {
  const WorkingSeries* series = nullptr;
  const EmSettings* settings = nullptr;

  HmmParameters parameters;  // in: the start; out: the end
  StartReport report;        // its `method` is given; the rest is written here

  // Every E-step, if the settings keep them.
  std::vector<FitStep> history;
};

}  // namespace regimen::hmm::internal
