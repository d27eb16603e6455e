// `regimen data generate`.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "framework/core/error.hpp"

namespace regimen::app {

// Writes a folder of simulated data and says what it wrote. Throws UsageError naming the flag, and
// DataError for a file that cannot be written.
ExitCode RunGenerateCommand(std::span<const std::string> arguments, std::ostream& out);

// Returns: the flags of `regimen data generate`, a line each.
std::string DescribeGenerateFlags();

}  // namespace regimen::app
