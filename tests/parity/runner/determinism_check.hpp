#pragma once

#include <string>
#include <vector>

#include "tests/parity/runner/surroundings.hpp"

namespace regimen::parity {

// Runs each case three times, with one reader thread and twice with two: all result files but
// NAME-profile.json must be the same byte for byte.
Findings CheckDeterminism(const Surroundings& surroundings, const std::vector<std::string>& names);

}  // namespace regimen::parity
