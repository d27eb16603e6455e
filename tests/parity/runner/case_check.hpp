#pragma once

#include <string>

#include "tests/parity/runner/surroundings.hpp"

namespace regimen::parity {

// Runs one case of LEAN's exam (cases/lean-cases.json) and holds it against LEAN's figures: every
// statistic as text (-0 counts as 0, statistics that LEAN does not list are ignored), data points,
// history data points (-1: not compared), order hash and final status, and through
// cases/first-difference its events, orders, trades, profit and loss, and charts.
Findings CheckCase(const Surroundings& surroundings, const std::string& name);

}  // namespace regimen::parity
