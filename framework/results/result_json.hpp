// The texts of a run's result files in LEAN's layout.
#pragma once

#include <string>

#include "framework/results/backtest_result.hpp"

namespace regimen {

// `{ID}.json`: everything, indented by two spaces, each series on one line. The engine's charts
// come first in a fixed order, then the strategy's as they came up. The same result gives the same
// bytes.
std::string ResultToJson(const BacktestResult& result);

// `{ID}-summary.json`: the same without orders, ledger, rolling windows and trades, and of the
// charts only the equity, with fewer candles if there are 200 or more.
std::string SummaryToJson(const BacktestResult& result);

// `{ID}-order-events.json`: one compact array.
std::string OrderEventsToJson(const BacktestResult& result);

// `{ID}-profile.json`: what depends on the clock and the machine.
std::string ProfileToJson(const BacktestResult& result);

}  // namespace regimen
