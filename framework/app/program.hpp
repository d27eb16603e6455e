// The program `regimen`: one verb, its flags, an exit code.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "framework/core/error.hpp"

namespace regimen::app {

// Runs the verb that `arguments` begin with. Every error ends here: its message on `err`, its kind
// in the exit code (README, "Exit codes"). Throws nothing.
ExitCode RunProgram(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace regimen::app
