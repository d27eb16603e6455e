// Statistics as result files hold them: decimals as texts of at most 4 places.
#pragma once

#include "framework/results/internal/json_writer.hpp"
#include "framework/statistics/algorithm_performance.hpp"

namespace regimen {

enum class ClosedTradesIn { Array, EmptyArray };

// {"tradeStatistics", "portfolioStatistics", "closedTrades"}.
void WritePerformance(JsonWriter& json, const AlgorithmPerformance& performance,
                      ClosedTradesIn closed_trades);

}  // namespace regimen
