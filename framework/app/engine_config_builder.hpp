// From arguments, configuration file and registry to what the engine is told.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "framework/app/backtest_arguments.hpp"
#include "framework/app/lean_config.hpp"
#include "framework/engine/engine_config.hpp"
#include "framework/plugin/algorithm_registry.hpp"

namespace regimen::app {

// What the caller says where neither flag nor configuration does.
struct BacktestDefaults {
  std::string algorithm_type_name;
  std::vector<std::filesystem::path> data_folders;
};

// The configuration file that the arguments name, with their settings over it. Throws DataError.
LeanConfig MergeConfig(const BacktestArguments& arguments);

// Loads the plugin if one is named, chooses the algorithm and fills in all but `results_folder` and
// `on_message`. Throws PluginError, UsageError for an unknown algorithm, ConfigError naming the
// key, and DataError for a CSV file that is not there.
EngineConfig BuildEngineConfig(const BacktestArguments& arguments, const LeanConfig& config,
                               const BacktestDefaults& defaults, AlgorithmRegistry& registry);

}  // namespace regimen::app
