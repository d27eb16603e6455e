// How a detector came by its model.
#pragma once

#include <string>

#include "regime/model/init_method.hpp"
#include "regime/model/stop_reason.hpp"
#include "regime/observation/price_bar.hpp"

namespace regimen {

// One refit. A value; all numbers are finite.
struct FitSummary {
  BarTime time = {};  // the end of the last bar in the window
  hmm::StopReason stop = hmm::StopReason::Rejected;
  std::string message;  // of a rejected fit: what was wrong

  int states = 0;
  double observations = 0;  // not missing
  double log_likelihood = 0;
  double objective = 0;  // log-likelihood plus log prior
  double bic = 0;
  int iterations = 0;
  hmm::InitMethod start = hmm::InitMethod::Given;  // the one that won
  bool cold = false;                               // cold starts took part

  // The runs' different ends, and how far behind the best the next one lies, in nats.
  int distinct_optima = 0;
  double gap_to_next = 0;

  // With the model before (LabelAlignment): the share of common bars that kept their state, and
  // whether more than a tenth did not.
  double agreement = 1;
  bool jump = false;
};

}  // namespace regimen
