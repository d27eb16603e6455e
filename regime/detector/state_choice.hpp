// Which state a series is said to be in.
#pragma once

#include <span>

namespace regimen {

// How unwilling a detector is to change its mind. The defaults follow the most probable state;
// {.enter = 0.8, .leave = 0.5} is a usual hysteresis.
struct SwitchRule {
  double enter = 0;      // a new state needs at least this filtered probability
  double leave = 1;      // the old one must have fallen below this
  int minimum_bars = 0;  // and have lasted so many bars

  // Throws RegimeError naming what is out of its range.
  void Validate() const;
};

// Returns: the state after a bar with these filtered probabilities, when `state` (-1: none) was
// chosen `bars` bars in a row. Ties go to the lower state.
int ChooseState(std::span<const double> filtered, int state, int bars, const SwitchRule& rule);

}  // namespace regimen
