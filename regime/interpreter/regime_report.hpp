// What a history of regimes amounts to.
#pragma once

#include <array>
#include <cstddef>
#include <map>

#include "regime/interpreter/regime.hpp"
#include "regime/interpreter/stability.hpp"

namespace regimen {

constexpr std::size_t kKnownRegimes = 5;

// One regime. Returns are those of the bar after the one that was labelled: what somebody could
// have earned who acted on the label.
struct RegimeRow {
  Regime regime = Regime::Unknown;
  int bars = 0;
  double share = 0;              // of all bars with a known regime
  double annual_mean = 0;        // of the logarithmic returns
  double annual_volatility = 0;  // their sample standard deviation
  double win_rate = 0;           // share of returns above zero
  int runs = 0;
  double mean_duration = 0;  // bars a run
  double max_drawdown = 0;   // of an account that holds in this regime only, 0..1
};

// A value. Bars without a known regime end a run, and are left out of everything else.
struct RegimeReport {
  std::array<RegimeRow, kKnownRegimes> rows;

  // (i, j): of the bars in regime i that have a known successor, the share whose next is j. Rows of
  // regimes that never were are 0.
  std::array<std::array<double, kKnownRegimes>, kKnownRegimes> transitions{};

  // 1 / (1 - transitions(i, i)); infinity where a regime never ended, 0 where it never was.
  std::array<double, kKnownRegimes> expected_durations{};

  int known_bars = 0;
  int unknown_bars = 0;
  int switches = 0;
  std::map<int, int> switches_per_year;  // every year that has a known bar
  Stability stability;
};

}  // namespace regimen
