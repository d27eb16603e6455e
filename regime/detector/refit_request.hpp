// A fit that a detector asks for.
#pragma once

#include <optional>
#include <span>

#include "regime/model/fit_result.hpp"
#include "regime/model/fit_task.hpp"
#include "regime/model/state_selection.hpp"
#include "regime/model/workers.hpp"
#include "regime/observation/price_bar.hpp"

namespace regimen {

// All that decides the answer, and the times of the bars it is about. Borrows the detector's
// window: valid until its next bar.
struct RefitRequest {
  hmm::FitTask task;
  std::span<const BarTime> times;
  std::optional<hmm::SelectionOptions> selection;
};

// The one way from a request to a model. A window that cannot be fitted is a rejected result, not
// an exception. Thread-safe.
hmm::FitResult PerformRefit(const RefitRequest& request, const hmm::Workers& workers = {});

}  // namespace regimen
