// How good and how fast the detector is.
#pragma once

namespace regimen::bench {

// Prints, for SPY's daily history and the default detector: the time of a walk with a refit on
// every day, how far its fits are from the best that restarts find, how steady its labels are
// (beside those of states sorted by mean), its forecasts beside a Gaussian and an exponential
// average; then what the default strategy came to, beside buy and hold and beside the same
// allocations in random order; then each bar beside its figure.
//
// Returns: whether all bars were cleared. `smoke`: fewer days and restarts, no figures to trust.
bool RunDetectorBenchmark(bool smoke);

}  // namespace regimen::bench
