#pragma once

#include <string>

#include "tests/parity/runner/surroundings.hpp"

namespace regimen::parity {

// How much of a trace is compared: all lines, or those that do not need orders, consolidators,
// indicators and history (loop-traces/README.md).
enum class TraceScope { Complete, Skeleton };

// Runs a trace strategy and compares its lines with LEAN's through loop-traces/compare, and its
// data points with LEAN's count.
Findings CheckTrace(const Surroundings& surroundings, const std::string& name, TraceScope scope);

}  // namespace regimen::parity
