// The engine's one entry: a configured backtest from the first file to the last result.
#pragma once

#include <atomic>

#include "framework/engine/backtest_outcome.hpp"
#include "framework/engine/engine_config.hpp"

namespace regimen {

class AlgorithmRegistry;

// Runs one backtest on the calling thread and writes its result files to `config.results_folder`.
// `cancel` may be set from a signal handler or another thread at any time: the run then ends after
// the current time step with the results so far. Throws UsageError for an unknown algorithm,
// NoDataError when no row exists for the whole period, and DataError or ConfigError for what cannot
// be read.
BacktestOutcome RunBacktest(const EngineConfig& config, const AlgorithmRegistry& registry,
                            const std::atomic<bool>& cancel);

}  // namespace regimen
