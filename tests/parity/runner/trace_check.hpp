#pragma once

#include <string>

#include "tests/parity/runner/surroundings.hpp"

namespace regimen::parity {

// How much of a trace is compared (loop-traces/README.md has the kinds of lines): all of it; all
// but the lines of consolidators; all but those of consolidators, indicators, history and hidden
// lines; the loop's own lines, which need no orders either.
enum class TraceScope { Complete, NoConsolidators, NoIndicators, Skeleton };

// Runs a trace strategy and compares its lines with LEAN's through loop-traces/compare, and its
// data points with LEAN's count.
Findings CheckTrace(const Surroundings& surroundings, const std::string& name, TraceScope scope);

}  // namespace regimen::parity
