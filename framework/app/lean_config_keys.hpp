// The keys of LEAN's configuration.
#pragma once

#include <span>
#include <string>

namespace regimen::app {

// All keys that are not worth a warning, in alphabetical order: those that mean something to a
// backtest here, and those of LEAN's own files that only choose parts of LEAN itself.
std::span<const std::string> KnownConfigKeys();

}  // namespace regimen::app
