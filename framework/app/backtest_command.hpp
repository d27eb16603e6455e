// `regimen backtest`.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "framework/core/error.hpp"
#include "framework/plugin/algorithm_registry.hpp"

namespace regimen::app {

// Parses, builds the parts, runs the engine and prints. Throws what any of them throws; a strategy
// that fails and a run that is interrupted are return values.
ExitCode RunBacktestCommand(std::span<const std::string> arguments, AlgorithmRegistry& registry,
                            std::ostream& out, std::ostream& err);

}  // namespace regimen::app
