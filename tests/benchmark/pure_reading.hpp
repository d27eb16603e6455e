// The yardstick of the engine: reading alone.
#pragma once

#include <cstddef>
#include <filesystem>

namespace regimen::bench {

struct PureReading {
  std::size_t files = 0;
  std::size_t rows = 0;
  // Of the text, unpacked.
  std::size_t bytes = 0;
  double seconds = 0;
};

// Reads, unpacks (libdeflate) and parses into integers every column of every zip file below a
// folder, on this thread, with no check of any kind: at least this much anyone must do who uses
// them. Takes the time of the whole, file names apart.
PureReading ReadPurely(const std::filesystem::path& folder);

}  // namespace regimen::bench
