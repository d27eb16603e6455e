#include "framework/app/engine_config_builder.hpp"

#include <optional>
#include <utility>

#include "framework/core/error.hpp"
#include "framework/core/nearest_names.hpp"
#include "framework/plugin/plugin_loader.hpp"

namespace regimen::app {

namespace {

std::optional<std::string> NonEmpty(const LeanConfig& config, const std::string& key) {
  std::optional<std::string> value = config.Get(key);
  return value && !value->empty() ? value : std::nullopt;
}

// LEAN: a library with a single strategy needs no name.
std::string ChooseAlgorithm(const LeanConfig& config, const BacktestDefaults& defaults,
                            AlgorithmRegistry& registry) {
  const auto location = NonEmpty(config, "algorithm-location");
  const auto name = NonEmpty(config, "algorithm-type-name");
  std::vector<std::string> added;
  if (location) {
    added = LoadPlugin(*location, registry);
  }
  if (!name && added.size() > 1) {
    throw UsageError(location.value_or("") +
                     " holds several strategies; choose one with --algorithm-type-name." +
                     DidYouMean(added.front(), added));
  }
  if (!name && !added.empty()) {
    return added.front();
  }
  return registry.Resolve(name.value_or(defaults.algorithm_type_name));
}

std::vector<std::filesystem::path> DataFolders(const LeanConfig& config,
                                               const BacktestDefaults& defaults) {
  std::vector<std::filesystem::path> folders = defaults.data_folders;
  if (const auto folder = NonEmpty(config, "data-folder")) {
    folders = {*folder};
  }
  if (folders.empty()) {
    throw ConfigError("data-folder",
                      "no data came with this program; name a folder in LEAN's layout");
  }
  for (const std::filesystem::path& folder : folders) {
    if (!std::filesystem::is_directory(folder)) {
      throw ConfigError("data-folder", folder.string() +
                                           " is no folder; name one in LEAN's layout (equity/, "
                                           "market-hours/, symbol-properties/)");
    }
  }
  return folders;
}

void CheckCsvInputs(const std::vector<CsvInput>& inputs) {
  for (const CsvInput& input : inputs) {
    if (!std::filesystem::is_regular_file(input.file)) {
      throw DataError(
          input.file.string(), 0,
          "is no file; --csv " + input.symbol + "=FILE needs the bars of " + input.symbol);
    }
  }
}

void CheckMode(const LeanConfig& config) {
  if (config.GetFlag("live-mode")) {
    throw ConfigError("live-mode",
                      "is true, but Regimen runs backtests only; choose --environment backtesting");
  }
}

// It names the result files.
void CheckFileName(const std::string& key, const std::string& value) {
  // With the longest ending still a file name everywhere.
  constexpr std::size_t kLongest = 200;
  if (value.size() > kLongest) {
    throw UsageError(key + " has " + std::to_string(value.size()) +
                     " bytes: it names the result files, so it must have no more than " +
                     std::to_string(kLongest));
  }
  if (value.find('/') == std::string::npos && value != "." && value != "..") return;
  throw UsageError(key + " is " + value + ": it names the result files, so it must not contain /");
}

}  // namespace

LeanConfig MergeConfig(const BacktestArguments& arguments) {
  LeanConfig config =
      arguments.config_file ? LeanConfig::Read(*arguments.config_file) : LeanConfig();
  for (const auto& [key, value] : arguments.settings) {
    config.Override(key, value);
  }
  for (const auto& [name, value] : arguments.parameters) {
    config.OverrideParameter(name, value);
  }
  return config;
}

EngineConfig BuildEngineConfig(const BacktestArguments& arguments, const LeanConfig& config,
                               const BacktestDefaults& defaults, AlgorithmRegistry& registry) {
  CheckMode(config);
  CheckCsvInputs(arguments.csv_inputs);
  EngineConfig engine;
  engine.algorithm_type_name = ChooseAlgorithm(config, defaults, registry);
  engine.data_folders = DataFolders(config, defaults);
  engine.algorithm_id = NonEmpty(config, "algorithm-id").value_or(engine.algorithm_type_name);
  CheckFileName("algorithm-id", engine.algorithm_id);
  engine.csv_inputs = arguments.csv_inputs;
  engine.object_store_root = NonEmpty(config, "object-store-root").value_or("storage");
  engine.parameters = config.Parameters();
  engine.start = arguments.start;
  engine.end = arguments.end;
  engine.cash = arguments.cash;
  engine.strict_data = arguments.strict_data;
  engine.profile = arguments.profile;
  engine.force_exchange_always_open = config.GetFlag("force-exchange-always-open");
  engine.threads = arguments.threads;
  const EngineConfig builtin;
  engine.maximum_data_points_per_chart_series =
      config.GetCount("maximum-data-points-per-chart-series")
          .value_or(builtin.maximum_data_points_per_chart_series);
  engine.maximum_chart_series =
      config.GetCount("maximum-chart-series").value_or(builtin.maximum_chart_series);
  return engine;
}

}  // namespace regimen::app
