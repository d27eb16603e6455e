// `regimen bench NAME`.
#pragma once

#include <span>
#include <string>

#include "framework/core/error.hpp"

namespace regimen::app {

// Becomes the program regimen-bench that lies beside this one, with the same arguments; returns
// only by throwing. The benches are no part of an installation: without them UsageError says how
// they are built.
ExitCode RunBenchCommand(std::span<const std::string> arguments);

// Returns: what follows the verb.
std::string DescribeBenchArguments();

}  // namespace regimen::app
