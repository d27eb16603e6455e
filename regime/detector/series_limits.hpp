// What a sound series looks like.
#pragma once

namespace regimen {

// Beyond these a bar is not taken for what it claims (see SeriesMonitor).
struct SeriesLimits {
  // More days than this between two bars are a hole. The longest closing of an exchange since 1945
  // took a week.
  int max_gap_days = 14;

  // So many closes in a row without any change are no market.
  int stale_bars = 10;

  // A change of the close within this of a split's factor (2, 3/2, 1/10, ...), relative to it, is
  // taken for a split that somebody forgot to adjust, if it is also at least `split_deviations`
  // standard deviations of the last 20 returns. 0: never.
  double split_tolerance = 0.03;
  double split_deviations = 10;

  // Throws RegimeError naming what is out of its range.
  void Validate() const;
};

}  // namespace regimen
