// The regime-aware base with all performance policies.
#pragma once

#include "performance/batch_updates/batch_regime_updater.hpp"
#include "performance/caching/model_caching.hpp"
#include "performance/profiling/performance_profiler.hpp"
#include "regime/bridge/regime_algorithm.hpp"

namespace regimen {

extern template class RegimeAlgorithm<ModelCaching, BatchRegimeUpdater, PerformanceProfiler>;

// Strategies switch the policies on in Initialize: EnableCaching, EnableBatchUpdates,
// EnableProfiling. None of them changes a result.
using HiddenRegimeAlgorithmOptimized =
    RegimeAlgorithm<ModelCaching, BatchRegimeUpdater, PerformanceProfiler>;

}  // namespace regimen
