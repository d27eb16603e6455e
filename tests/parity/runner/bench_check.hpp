#pragma once

#include <iosfwd>

#include "tests/parity/runner/surroundings.hpp"

namespace regimen::parity {

// Runs the speed cases of the exam's bench/README.md that are built and holds their figures against
// LEAN's: data points, orders, end equity, order hash, and the sums that TouchMinute100 logs.
// Writes the speed of each to `out` and judges none. The data (57 MB) are made on the first call
// and kept in work/bench-data.
Findings CheckBenches(const Surroundings& surroundings, std::ostream& out);

}  // namespace regimen::parity
