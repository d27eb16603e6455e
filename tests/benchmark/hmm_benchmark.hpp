// The speed of the regime models.
#pragma once

namespace regimen::bench {

// Prints microseconds per EM iteration per model for several sizes, of one model, of full lanes and
// of FitMany with one and two threads, for each instruction set the machine has, beside textbook
// C++ and the arithmetic floor measured in the same run; then each bar beside its figure.
//
// The floor is 63 T lane-operations an iteration for K = 3 in one dimension (per time step: two
// density ratios 26, forward 11, backward 11, pairs 9, weights and sums at least 6) at the measured
// rate of fused multiply-adds.
//
// Returns: whether all bars were cleared. `smoke`: one round of everything, no figures to trust.
bool RunHmmBenchmark(bool smoke);

}  // namespace regimen::bench
