// `regimen list`.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "framework/core/error.hpp"
#include "framework/plugin/algorithm_registry.hpp"

namespace regimen::app {

// Prints the names of all strategies, one a line in alphabetical order, those of a library with
// them if
// --algorithm-location names one. Throws UsageError and PluginError.
ExitCode RunListCommand(std::span<const std::string> arguments, AlgorithmRegistry& registry,
                        std::ostream& out);

// Returns: the flags of `regimen list`, a line each.
std::string DescribeListFlags();

}  // namespace regimen::app
