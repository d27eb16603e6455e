// The command line of `regimen backtest`, typed.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/engine/engine_config.hpp"

namespace regimen::app {

// A plain value. `settings` holds the flags that are LEAN's keys, which go over a configuration
// file; the rest has no key in LEAN.
struct BacktestArguments {
  std::optional<std::filesystem::path> config_file;
  std::vector<std::pair<std::string, std::string>> settings;
  std::vector<std::pair<std::string, std::string>> parameters;
  std::vector<CsvInput> csv_inputs;
  std::optional<DateTime> start;
  std::optional<DateTime> end;
  std::optional<Decimal> cash;
  std::size_t threads = 0;
  bool strict_data = false;
  bool profile = false;
  bool quiet = false;
  bool json = false;
};

// Throws UsageError naming the flag and what it expects.
BacktestArguments ParseBacktestArguments(std::span<const std::string> arguments);

// Returns: the flags of `regimen backtest`, a line each.
std::string DescribeBacktestFlags();

}  // namespace regimen::app
