// What the regime rooms see of the market.
#pragma once

#include <chrono>

namespace regimen {

// The clock of a series: the local time of its exchange, whatever that is. Schedules, gaps and ages
// are counted in it; nothing in these rooms ever asks what time it is outside the data.
using BarTime = std::chrono::local_time<std::chrono::microseconds>;

// The day of a bar that ends at `end`: one that ends at midnight is the last of the day before.
constexpr std::chrono::local_days DayOf(BarTime end) {
  return std::chrono::floor<std::chrono::days>(end - std::chrono::microseconds(1));
}

// One completed bar of one series, known from `time`, its end, on. Prices in the units of the
// series, adjusted for splits (an unadjusted one is met with DetectorStatus::SuspectedSplit). A
// value.
struct PriceBar {
  BarTime time = {};
  double open = 0;
  double high = 0;
  double low = 0;
  double close = 0;
  double volume = 0;
};

}  // namespace regimen
