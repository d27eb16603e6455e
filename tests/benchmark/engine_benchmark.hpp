// The speed of the engine.
#pragma once

namespace regimen::bench {

// Runs the speed cases of the exam with the program `regimen` and prints, for each, whether its
// figures are LEAN's, data points a second of the whole process and of the time loop, and those of
// pure reading of the same files in the same run; peak memory; the time from start to printed
// statistics of a small run; then each bar beside its figure.
//
// Returns: whether all figures are equal and all bars cleared; with `smoke` each case runs once and
// the figures alone are judged. Throws NotHere without the exam or LEAN's data.
bool RunEngineBenchmark(bool smoke);

}  // namespace regimen::bench
