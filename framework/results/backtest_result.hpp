#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "framework/core/account_type.hpp"
#include "framework/core/date_time.hpp"
#include "framework/results/chart_collection.hpp"
#include "framework/statistics/profit_loss_record.hpp"
#include "framework/statistics/statistics_results.hpp"

namespace regimen {

// An order as `OrderToJson` wrote it.
struct SerializedOrder {
  int id = 0;
  std::string json;
};

// How the run went. LEAN's wall-clock fields are there, but hold what does not depend on the clock.
struct ResultState {
  // Simulated, UTC.
  DateTime start_time;
  DateTime end_time;
  std::string runtime_error;
  std::string stack_trace;
  std::int64_t log_count = 0;
  std::int64_t order_count = 0;
  std::int64_t insight_count = 0;
  std::string name;
  // "Completed", "RuntimeError", ...
  std::string status;
};

// What the run was told.
struct AlgorithmConfiguration {
  std::string name;
  std::vector<std::string> tags;
  std::string account_currency = "USD";
  // LEAN's number of the brokerage; 0: the default model.
  int brokerage = 0;
  AccountType account_type = AccountType::Margin;
  std::map<std::string, std::string> parameters;
  // Local dates; the end is the last moment of its day.
  DateTime start_date;
  DateTime end_date;
  int trading_days_per_year = 252;
};

// What stands in the profile alone, since it differs from run to run.
struct RunProfile {
  std::string status;
  std::int64_t data_points = 0;
  std::int64_t history_data_points = 0;
  std::string order_list_hash;
  // Seconds by what took them.
  std::vector<std::pair<std::string, double>> timings;
  // Further objects by name, as JSON: cache and profiler figures.
  std::vector<std::pair<std::string, std::string>> sections;
};

// Everything that a run leaves in its files (ResultWriter). A plain value, filled by the engine at
// the end; `charts` is borrowed, and null for a run that failed before it had any.
struct BacktestResult {
  // Names the files.
  std::string algorithm_id;
  const ChartCollection* charts = nullptr;
  // In ascending id.
  std::vector<SerializedOrder> orders;
  // As `OrderEventToJson` wrote them, in the order in which they happened.
  std::vector<std::string> order_events;
  // In time order.
  std::vector<ProfitLossRecord> ledger;
  StatisticsResults statistics;
  std::map<std::string, std::string> runtime_statistics;
  ResultState state;
  AlgorithmConfiguration configuration;
  // Complete lines, local time included, without line ends.
  std::vector<std::string> log;
  RunProfile profile;
};

}  // namespace regimen
