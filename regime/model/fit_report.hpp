// How a fit went.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "regime/model/hmm_error.hpp"
#include "regime/model/init_method.hpp"
#include "regime/model/stop_reason.hpp"

namespace regimen::hmm {

// The end of one EM run.
struct StartReport {
  InitMethod method = InitMethod::Given;
  StopReason stop = StopReason::Rejected;
  int iterations = 0;  // M-steps
  double log_likelihood = 0;
  double objective = 0;     // log-likelihood plus log prior (up to a constant of the series)
  int states_on_floor = 0;  // how many hold a variance at its floor
};

// One E-step.
struct FitStep {
  double log_likelihood = 0;
  double objective = 0;
};

// Every fit has one, also the rejected. All numbers are finite.
struct FitReport {
  StopReason stop = StopReason::Rejected;

  // Of a rejected fit: what was wrong.
  std::optional<HmmFault> fault;
  std::string message;

  // Of the returned parameters.
  double log_likelihood = 0;
  double objective = 0;
  int iterations = 0;
  int states_on_floor = 0;

  // Schwarz's and Akaike's criteria; lower is better.
  int free_parameters = 0;
  double observations = 0;  // not missing
  double bic = 0;
  double aic = 0;

  // All runs, in the order warm, given, options' starts, random starts; `best_start` is the one
  // returned.
  std::vector<StartReport> starts;
  int best_start = 0;

  // How many different ends (by more than 1e-4 nats) the runs had, and how far behind the returned
  // one the next best lies; 0 if all agree.
  int distinct_optima = 0;
  double gap_to_next = 0;

  // What the returned run came through: before each M-step, and at its end. Empty unless kept.
  std::vector<FitStep> history;
};

}  // namespace regimen::hmm
