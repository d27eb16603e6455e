// Where EM starts.
#pragma once

#include "regime/model/fit_options.hpp"
#include "regime/model/hmm_parameters.hpp"
#include "regime/model/internal/working_series.hpp"

namespace regimen::hmm::internal {

// Returns: start parameters in working units, found by `method`; `number` tells random starts (and
// their random numbers) apart. Depends on nothing but its arguments. Requires: a method other than
// Given and Warm.
HmmParameters StartValues(InitMethod method, const WorkingSeries& series, const FitOptions& options,
                          int number);

}  // namespace regimen::hmm::internal
