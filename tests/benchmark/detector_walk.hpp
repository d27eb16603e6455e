// A detector's walk through a series, measured.
#pragma once

#include <span>

#include "regime/detector/detector_options.hpp"
#include "regime/observation/price_bar.hpp"

namespace regimen::bench {

// How steady labels are from one refit to the next, in shares of the refits.
struct Steadiness {
  double jumps = 0;     // more than a tenth of the common bars got another label
  double relabels = 0;  // the bar before got another label than it had when it was new
};

// Mean natural logarithm of the density that was forecast for each next return.
struct LogScores {
  double detector = 0;
  double gaussian = 0;     // mean and variance of the same window
  double exponential = 0;  // zero mean, variance with decay 0.94 (RiskMetrics)
};

struct WalkFigures {
  int fits = 0;
  double seconds = 0;     // of the walk, one core; the least of five
  double iterations = 0;  // a fit

  // Of the refits: how many ended more than 1 nat below the best objective that many restarts find,
  // and the mean distance in nats. Restarts are 0 when they were not asked for.
  int restarts = 0;
  double stuck = 0;
  double gap = 0;

  Steadiness aligned;  // states matched by posterior overlap
  Steadiness by_mean;  // the same models, states sorted by mean
  LogScores scores;
};

// Walks with a refit on every bar. `restarts` random starts judge each fit (0: none).
WalkFigures MeasureWalk(std::span<const PriceBar> bars, DetectorOptions options, int restarts);

}  // namespace regimen::bench
