// Turns the text of a tick file into columns (LEAN Common/Data/Market/Tick.cs).
#pragma once

#include <string_view>

#include "data/lean/row_format.hpp"
#include "data/lean/tick_columns.hpp"

namespace regimen::lean {

// Rows of `time,price,quantity[,exchange[,condition[,suspicious]]]`; columns beyond those are
// ignored. The time may have decimals and is rounded to 100 ns, half to even. A price in 1/10000
// dollars is divided, so that it has no zeros behind its last digit: 1674100 is 167.41, where a
// bar's price would be 167.4100. Throws DataError naming `file` and line: too few columns, a field
// that is no number or no time, times that descend. Equal times are kept. Requires: a format that
// counts milliseconds. O(text); safe to call from several threads.
TickColumns DecodeTradeTicks(std::string_view text, const RowFormat& format, std::string_view file);

// Rows of `time,bidPrice,bidSize,askPrice,askSize[,exchange[,condition[,suspicious]]]`, otherwise
// as DecodeTradeTicks.
TickColumns DecodeQuoteTicks(std::string_view text, const RowFormat& format, std::string_view file);

}  // namespace regimen::lean
