// `regimen regimes`: which regimes has a symbol been in?
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "framework/core/error.hpp"

namespace regimen::app {

// Walks through the daily history of one symbol and prints its regimes, their transitions, switches
// per year and how the model did. Throws as RunBacktestCommand does.
ExitCode RunRegimesCommand(std::span<const std::string> arguments, std::ostream& out,
                           std::ostream& err);

std::string DescribeRegimesFlags();

}  // namespace regimen::app
