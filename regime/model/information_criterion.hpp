// Scores that weigh a model's fit against its size.
#pragma once

#include <cstdint>

#include "regime/model/fit_result.hpp"
#include "regime/model/fit_task.hpp"

namespace regimen::hmm {

// Lower is better. With L the log-likelihood, p the free parameters and n the observations:
enum class InformationCriterion : std::uint8_t {
  Aic,  // -2 L + 2 p (Akaike 1974); likes many states
  Bic,  // -2 L + p log n (Schwarz 1978)
  Icl,  // BIC with L of the most probable path (Biernacki, Celeux and Govaert 2000): likes states
        // that keep apart
};

constexpr const char* ToText(InformationCriterion criterion) {
  switch (criterion) {
    case InformationCriterion::Aic:
      return "AIC";
    case InformationCriterion::Bic:
      return "BIC";
    case InformationCriterion::Icl:
      return "ICL";
  }
  return "unknown";
}

// Returns: the score of a fitted task. Throws HmmError if `result` is of a rejected fit.
double Score(InformationCriterion criterion, const FitTask& task, const FitResult& result);

}  // namespace regimen::hmm
