#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/lean/trade_bar_columns.hpp"
#include "framework/core/resolution.hpp"

namespace regimen::csv {

// The bars of a user's own csv file (`--csv SPY=FILE`).
struct CsvBars {
  // Daily when every date has one row; else what the distance of the rows says.
  Resolution resolution = Resolution::Daily;
  // Prices with the decimals that the file writes; times are starts of bars, as written.
  lean::TradeBarColumns bars;
  // What the user should know about how the file was taken, one sentence each.
  std::vector<std::string> notes;
};

// Reads columns date, open, high, low, close and, where there is one, volume (CsvHeader), dates as
// ParseCsvTime takes them, strictly ascending, in the exchange's time zone.
//
// Throws DataError naming `file` and line with what was found and expected: a header that lacks a
// column, a row with too few or too many columns, a price that is no number above zero, a negative
// volume, a date twice or before the one above, rows that are not a second, a minute, an hour or a
// day apart, no row at all.
CsvBars ReadCsvBars(std::string_view text, const std::string& file);

// The same from a file. Throws DataError when there is none.
CsvBars ReadCsvFile(const std::string& path);

}  // namespace regimen::csv
