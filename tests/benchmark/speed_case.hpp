// The speed cases of the exam's bench/README.md.
#pragma once

#include <span>
#include <string>

#include "tests/parity/runner/backtest_run.hpp"
#include "tests/parity/runner/surroundings.hpp"

namespace regimen::bench {

// LEAN's figures of one case, all as text.
struct SpeedCase {
  const char* name;
  const char* data_points;
  const char* orders;
  const char* end_equity;
  const char* order_list_hash;
  // A line the log must hold; "" for none.
  const char* log;
  // Folders below the data folder whose files it reads.
  const char* price_folder;
  // LEAN's own speed, data points a second of the whole process, best of three.
  double lean_points_per_second;
};

// Those whose features are built.
std::span<const SpeedCase> SpeedCases();

// Why other cases of bench/README.md are left out.
const char* LeftOutCases();

double DataPoints(const SpeedCase& speed_case);

// Holds a run's data points, orders, end equity, order hash and logged sums against LEAN's.
parity::Findings CheckFigures(const SpeedCase& speed_case, const parity::BacktestRun& run);

}  // namespace regimen::bench
