// One fitted model.
#pragma once

#include <optional>

#include "regime/model/fit_report.hpp"
#include "regime/model/hmm_parameters.hpp"

namespace regimen::hmm {

// A plain value. Parameters are missing if, and only if, the report says Rejected.
struct FitResult {
  std::optional<HmmParameters> parameters = {};
  FitReport report = {};
};

}  // namespace regimen::hmm
