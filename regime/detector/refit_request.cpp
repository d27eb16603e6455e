#include "regime/detector/refit_request.hpp"

#include <span>

#include "regime/model/fit_many.hpp"
#include "regime/model/hmm_error.hpp"

namespace regimen {

namespace {

hmm::FitResult Select(const hmm::FitTask& task, const hmm::SelectionOptions& selection,
                      const hmm::Workers& workers) {
  try {
    return hmm::SelectStates(task, selection, workers).Chosen();
  } catch (const hmm::HmmError& error) {
    hmm::FitResult rejected;
    rejected.report.fault = error.Fault();
    rejected.report.message = error.what();
    return rejected;
  }
}

}  // namespace

hmm::FitResult PerformRefit(const RefitRequest& request, const hmm::Workers& workers) {
  if (request.selection) return Select(request.task, *request.selection, workers);
  return hmm::FitMany(std::span(&request.task, 1), workers).front();
}

}  // namespace regimen
