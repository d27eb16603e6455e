#include "regime/model/information_criterion.hpp"

#include <cmath>

#include "regime/model/gaussian_hmm.hpp"

namespace regimen::hmm {

double Score(InformationCriterion criterion, const FitTask& task, const FitResult& result) {
  if (!result.parameters) {
    throw HmmError(HmmFault::InvalidOption,
                   "a rejected fit has no score: " + result.report.message);
  }
  switch (criterion) {
    case InformationCriterion::Aic:
      return result.report.aic;
    case InformationCriterion::Bic:
      return result.report.bic;
    case InformationCriterion::Icl:
      break;
  }
  const ViterbiPath path =
      GaussianHmm(*result.parameters).ViterbiInHindsight(task.observations, task.options.missing);
  return -2 * path.log_probability +
         result.report.free_parameters * std::log(result.report.observations);
}

}  // namespace regimen::hmm
