#pragma once

#include <string>

#include "data/lean/row_format.hpp"
#include "framework/core/date_time.hpp"
#include "framework/core/resolution.hpp"
#include "framework/core/security_type.hpp"
#include "framework/core/tick_type.hpp"

namespace regimen::lean {

// One price history of LEAN's data folder, cut into files by date or whole in one file.
struct PriceSeries {
  SecurityType security_type = SecurityType::Equity;
  std::string market = "usa";
  // The ticker that the map file gives for the date being read, in any case.
  std::string ticker;
  Resolution resolution = Resolution::Minute;
  TickType tick_type = TickType::Trade;

  // True for hour and daily data: one file holds all dates.
  bool IsWholeHistory() const {
    return resolution == Resolution::Hour || resolution == Resolution::Daily;
  }
};

// Where the rows of one date of a series stand, and how to read them (LEAN
// Common/Util/LeanData.cs).
struct PriceFile {
  // Below the data folder, with `/`: equity/usa/minute/spy/20131007_trade.zip
  std::string path;
  // Name that LEAN gives the entry in the zip file; readers do not look at it.
  std::string entry;
  RowFormat format;
  // Whose prices they are, whatever resolution and kind: equity/usa/spy
  std::string security;
  TickType tick_type = TickType::Trade;
  bool whole_history = false;
  // Whether the rows are ticks, not bars.
  bool ticks = false;
};

// The file with the rows of `date`; hour and daily files hold every date. Throws ArgumentError for
// kinds whose files hold many contracts (options, futures) or have no layout (base, commodity).
PriceFile FileOf(const PriceSeries& series, DateTime date);

// The folder that holds a series' files, below the data folder and without a slash at the end.
std::string FolderOf(const PriceSeries& series);

}  // namespace regimen::lean
