// State of a run.
#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

enum class AlgorithmStatus : std::uint8_t {
  Initializing,
  Running,
  Stopped,
  Completed,
  RuntimeError,
  Cancelled
};

// Returns the enumerator's name as LEAN writes it.
std::string_view ToText(AlgorithmStatus value);

}  // namespace regimen
