#pragma once

#include <string>

#include "tests/parity/runner/backtest_run.hpp"
#include "tests/parity/runner/surroundings.hpp"

namespace regimen::parity {

// Compares a run's events, orders, trades, profit and loss, and charts with those of LEAN's run
// `lean_run` through the exam's tool cases/first-difference. Returns the first difference of each
// part with its neighbours; the lines about equal parts are left out.
Findings FirstDifferences(const Surroundings& surroundings, const BacktestRun& run,
                          const std::string& lean_run);

}  // namespace regimen::parity
