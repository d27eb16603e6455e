#pragma once

#include <string>

#include "tests/parity/runner/surroundings.hpp"

namespace regimen::parity {

// Runs the strategy RandomTrader with one seed ("7") and holds it against LEAN's run of that seed:
// data points and order hash of cases/random/seeds.tsv, and everything that first-difference
// compares, statistics included.
Findings CheckSeed(const Surroundings& surroundings, const std::string& seed);

}  // namespace regimen::parity
