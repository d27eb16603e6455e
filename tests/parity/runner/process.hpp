#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace regimen::parity {

// How a program ended and what it took: the clock on the wall, and the processor time of all its
// threads, which other programs on the machine change far less.
struct ProcessResult {
  // 128 + the signal's number when a signal ended it.
  int exit_code = 0;
  double wall_seconds = 0;
  double cpu_seconds = 0;
};

// Runs a program, found by PATH unless its name has a slash, and waits for it; what it says on both
// channels goes to the file `output`. Throws std::runtime_error when it cannot be started.
ProcessResult RunProcess(const std::vector<std::string>& command,
                         const std::filesystem::path& output);

}  // namespace regimen::parity
