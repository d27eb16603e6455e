#include "framework/app/backtest_command.hpp"

#include <chrono>
#include <filesystem>
#include <ostream>

#include "framework/app/backtest_arguments.hpp"
#include "framework/app/console.hpp"
#include "framework/app/data_places.hpp"
#include "framework/app/engine_config_builder.hpp"
#include "framework/app/interrupt.hpp"
#include "framework/app/lean_config.hpp"
#include "framework/app/results_folder.hpp"
#include "framework/engine/backtest.hpp"
#include "templates/registration.hpp"

namespace regimen::app {

namespace {

ConsoleStyle Style(const BacktestArguments& arguments) {
  if (arguments.json) {
    return ConsoleStyle::Json;
  }
  return arguments.quiet ? ConsoleStyle::Quiet : ConsoleStyle::Full;
}

ExitCode CodeOf(const BacktestOutcome& outcome) {
  switch (outcome.status) {
    case AlgorithmStatus::RuntimeError:
      return ExitCode::AlgorithmFailed;
    case AlgorithmStatus::Cancelled:
      return ExitCode::Cancelled;
    case AlgorithmStatus::Initializing:
    case AlgorithmStatus::Running:
    case AlgorithmStatus::Stopped:
    case AlgorithmStatus::Completed:
      return ExitCode::Ok;
  }
  return ExitCode::AlgorithmFailed;
}

std::filesystem::path PrepareResults(const LeanConfig& config, const std::string& name) {
  const std::string named = config.Get("results-destination-folder").value_or("");
  if (named.empty()) {
    return MakeResultsFolder("backtests", name, std::chrono::system_clock::now());
  }
  MakeNamedResultsFolder(named);
  return named;
}

}  // namespace

ExitCode RunBacktestCommand(std::span<const std::string> given, AlgorithmRegistry& registry,
                            std::ostream& out, std::ostream& err) {
  const BacktestArguments arguments = ParseBacktestArguments(given);
  Console console(out, err, Style(arguments));
  const LeanConfig config = MergeConfig(arguments);
  for (const std::string& warning : config.Warnings()) {
    console.Message(MessageKind::Warning, warning);
  }
  const DataPlaces places = FindDataPlaces(ProgramFile(), std::filesystem::current_path());
  const BacktestDefaults defaults{std::string(kDefaultTemplate), places.ReadingOrder()};
  EngineConfig engine = BuildEngineConfig(arguments, config, defaults, registry);
  engine.today = DateTime::UnixEpoch +
                 TimeSpan::FromDays(static_cast<double>(
                     std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())
                         .time_since_epoch()
                         .count()));
  engine.results_folder = PrepareResults(config, engine.algorithm_id);
  engine.on_message = [&console](MessageKind kind, std::string_view text) {
    console.Message(kind, text);
  };
  console.Begin(engine);
  const InterruptScope interrupt;
  const BacktestOutcome outcome = RunBacktest(engine, registry, interrupt.Requested());
  const ExitCode code = CodeOf(outcome);
  console.End(engine, outcome, code);
  return code;
}

}  // namespace regimen::app
