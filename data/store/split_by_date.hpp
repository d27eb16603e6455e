#pragma once

#include <utility>
#include <vector>

#include "data/lean/trade_bar_columns.hpp"
#include "framework/core/date_time.hpp"

namespace regimen::store {

// Cuts a history into the bars of each date, as LEAN's files of single dates have them. O(rows).
std::vector<std::pair<DateTime, lean::TradeBarColumns>> SplitByDate(
    const lean::TradeBarColumns& bars);

}  // namespace regimen::store
