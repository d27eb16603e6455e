// What the user sees of a backtest.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string_view>

#include "framework/core/error.hpp"
#include "framework/engine/backtest_outcome.hpp"
#include "framework/engine/engine_config.hpp"

namespace regimen::app {

enum class ConsoleStyle { Full, Quiet, Json };

// Writes to the two streams it is given, which outlive it: Full everything, Quiet the statistics,
// Json one object at the end and nothing else on `out`; the profile, if the run has one, in every
// style. Warnings and errors go to `err` in every style, the strategy's lines with Json too. For
// one thread.
class Console {
 public:
  Console(std::ostream& out, std::ostream& err, ConsoleStyle style);

  void Message(MessageKind kind, std::string_view text);
  void Begin(const EngineConfig& config);
  void End(const EngineConfig& config, const BacktestOutcome& outcome, ExitCode code);

 private:
  void EndAsText(const EngineConfig& config, const BacktestOutcome& outcome);
  void EndAsJson(const EngineConfig& config, const BacktestOutcome& outcome, ExitCode code);

  std::ostream& out_;
  std::ostream& err_;
  ConsoleStyle style_;
};

}  // namespace regimen::app
