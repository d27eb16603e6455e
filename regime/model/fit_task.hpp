// One model to fit.
#pragma once

#include <optional>
#include <vector>

#include "regime/model/fit_options.hpp"
#include "regime/model/hmm_parameters.hpp"
#include "regime/model/observations.hpp"

namespace regimen::hmm {

// What to fit to what, from where. The observations are borrowed until the fit returns.
struct FitTask {
  Observations observations = {};
  FitOptions options = {};

  // A former model, such as yesterday's of a rolling window: a start that keeps its place unless
  // another end is better by options.warm_margin. Softened first: the start distribution is what
  // the model thinks of the first observation, 95 %, and uniform, 5 %; transitions are 99.9 % and
  // 0.1 % uniform.
  std::optional<HmmParameters> warm = {};

  // Further starts, taken as they are.
  std::vector<HmmParameters> given = {};
};

}  // namespace regimen::hmm
