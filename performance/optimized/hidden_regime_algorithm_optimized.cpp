#include "performance/optimized/hidden_regime_algorithm_optimized.hpp"

namespace regimen {

template class RegimeAlgorithm<ModelCaching, BatchRegimeUpdater, PerformanceProfiler>;

}  // namespace regimen
