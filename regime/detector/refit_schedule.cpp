#include "regime/detector/refit_schedule.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>

#include "regime/observation/regime_error.hpp"

namespace regimen {

namespace {

using std::chrono::local_days;

constexpr auto kNames =
    std::to_array<std::string_view>({"every_bars", "daily", "weekly", "monthly", "never"});

local_days MondayOf(BarTime time) {
  const local_days day = DayOf(time);
  return day - (std::chrono::weekday(day) - std::chrono::Monday);
}

std::chrono::year_month MonthOf(BarTime time) {
  const std::chrono::year_month_day date(DayOf(time));
  return date.year() / date.month();
}

}  // namespace

std::string_view ToText(Retrain frequency) { return kNames[static_cast<std::size_t>(frequency)]; }

Retrain RetrainFromText(std::string_view name) {
  const auto* found = std::ranges::find(kNames, name);
  if (found != kNames.end()) return static_cast<Retrain>(found - kNames.begin());
  throw RegimeError("unknown refit frequency '" + std::string(name) +
                    "'; expected every_bars, daily, weekly, monthly or never");
}

bool RefitSchedule::IsDue(BarTime last, BarTime now, int bars_since) const {
  switch (frequency) {
    case Retrain::EveryBars:
      return bars_since >= bars;
    case Retrain::Daily:
      return DayOf(now) > DayOf(last);
    case Retrain::Weekly:
      return MondayOf(now) > MondayOf(last);
    case Retrain::Monthly:
      return MonthOf(now) > MonthOf(last);
    case Retrain::Never:
      return false;
  }
  return false;
}

void RefitSchedule::Validate() const {
  if (bars < 1) {
    throw RegimeError("refit.bars: at least 1 was expected, not " + std::to_string(bars));
  }
}

}  // namespace regimen
