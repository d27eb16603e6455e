// Turns the text of a price file into columns (LEAN Common/Data/Market/{TradeBar,QuoteBar}.cs).
#pragma once

#include <string_view>

#include "data/lean/quote_bar_columns.hpp"
#include "data/lean/row_format.hpp"
#include "data/lean/trade_bar_columns.hpp"

namespace regimen::lean {

// Rows of `time,open,high,low,close,volume`. Columns beyond those are ignored, as in LEAN. Throws
// DataError naming `file` and line: too few columns, a field that is no number or no time, times
// that descend. Equal times are kept. O(text); safe to call from several threads.
TradeBarColumns DecodeTradeBars(std::string_view text, const RowFormat& format,
                                std::string_view file);

// Rows of `time,bidOpen,bidHigh,bidLow,bidClose,bidSize,askOpen,askHigh,askLow,askClose,askSize`,
// otherwise as DecodeTradeBars.
QuoteBarColumns DecodeQuoteBars(std::string_view text, const RowFormat& format,
                                std::string_view file);

}  // namespace regimen::lean
