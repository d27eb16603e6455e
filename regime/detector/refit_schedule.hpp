// When a model is fitted anew.
#pragma once

#include <cstdint>
#include <string_view>

#include "regime/observation/price_bar.hpp"

namespace regimen {

enum class Retrain : std::uint8_t { EveryBars, Daily, Weekly, Monthly, Never };

// "weekly".
std::string_view ToText(Retrain frequency);

// Throws RegimeError that lists the known names.
Retrain RetrainFromText(std::string_view name);

// Counted in the data's own time: the first bar of a new day (DayOf), of a new week (from Monday
// on), of a new month, or every `bars` bars. Never: the first model stays. No clock of the machine
// is asked.
struct RefitSchedule {
  Retrain frequency = Retrain::Weekly;
  int bars = 1;  // of EveryBars

  // Whether a bar that ends at `now` is due, when the last refit was on the bar that ended at
  // `last`, `bars_since` bars ago.
  bool IsDue(BarTime last, BarTime now, int bars_since) const;

  // Throws RegimeError unless bars > 0.
  void Validate() const;
};

}  // namespace regimen
