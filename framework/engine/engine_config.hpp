// Everything a backtest is told from outside: command line and configuration file, merged and
// typed.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"

namespace regimen {

// A symbol whose bars come from one file of the user's and from nothing else (`--csv SYMBOL=FILE`).
struct CsvInput {
  std::string symbol;
  std::filesystem::path file;
};

// What a line for the console is, so that whoever shows it can choose.
enum class MessageKind { Trace, Debug, Log, Error, Warning };

// A value made by framework/app and only read by the engine. Every folder and file in it is a path
// as the user gave it or absolute; none has been checked except where a member says so.
struct EngineConfig {
  // The registered name of the strategy; not empty.
  std::string algorithm_type_name;
  // Names the result files; the type's name unless configured (LEAN's `algorithm-id`).
  std::string algorithm_id;

  // Where data is read from, the first folder that has a file wins. Not empty.
  std::vector<std::filesystem::path> data_folders;
  std::vector<CsvInput> csv_inputs;
  // Exists and is writable; nothing but this run's files belongs there. Empty: nothing is written.
  std::filesystem::path results_folder;
  // Where ObjectStore keeps its files (LEAN's `object-store-root`).
  std::filesystem::path object_store_root;

  // What GetParameter returns, by name.
  std::map<std::string, std::string> parameters;

  // Each overrides what Initialize sets. Dates at midnight of the algorithm's time zone.
  std::optional<DateTime> start;
  std::optional<DateTime> end;
  std::optional<Decimal> cash;
  // The current date (UTC): a run ends the day before at the latest, and does so when the strategy
  // sets no end.
  DateTime today;

  // Missing data of a subscription is an error instead of a warning.
  bool strict_data = false;
  // Where the time went is told in the outcome and in the profile file.
  bool profile = false;
  // All exchanges count as open at all hours (LEAN's `force-exchange-always-open`).
  bool force_exchange_always_open = false;
  // Threads that read and decode files besides the engine's own; results do not depend on it. 0:
  // one less than the machine has processors.
  std::size_t threads = 0;

  // A chart series stops taking points after so many, a backtest charts after so many series.
  std::size_t maximum_data_points_per_chart_series = 1'000'000;
  std::size_t maximum_chart_series = 30;

  // Called on the engine's thread for each line of Debug, Log, Error and of the engine's own
  // warnings, in the order they arise. Empty: nothing is shown; the log file is written all the
  // same.
  std::function<void(MessageKind, std::string_view)> on_message;
};

}  // namespace regimen
