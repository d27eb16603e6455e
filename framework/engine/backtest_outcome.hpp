// What a finished backtest leaves behind besides its result files.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "framework/core/algorithm_status.hpp"

namespace regimen {

// A plain value. `status` is Completed, RuntimeError (the strategy failed, `error` says how, when
// and in which stage) or Cancelled; in each case the results so far are in the result files.
struct BacktestOutcome {
  AlgorithmStatus status = AlgorithmStatus::Completed;
  std::string error;

  // LEAN's summary as it is printed, in its order: name and text.
  std::vector<std::pair<std::string, std::string>> statistics;

  std::int64_t data_points = 0;
  std::int64_t history_data_points = 0;
  // MD5 of all orders, 32 hexadecimal digits.
  std::string order_list_hash;

  // Seconds by stage, then "total" (StageClock); empty unless the run was profiled.
  std::vector<std::pair<std::string, double>> timings;
};

}  // namespace regimen
