// The texts of the files that every LEAN data folder needs beside prices. All are made by rule.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "data/generator/folder_writer.hpp"
#include "data/generator/market_model.hpp"
#include "data/generator/us_equity_calendar.hpp"

namespace regimen::generator {

// market-hours/market-hours-database.json: US equities with the exchange's holidays and half days
// of 1998 to 2035, options and indices on them, forex, CFDs, and markets that never close.
std::string MarketHoursText();

// symbol-properties/symbol-properties-database.csv: the wildcard rows of US markets, the major
// currency pairs, a few crypto pairs.
std::string SymbolPropertiesText();

// Writes these two to their places.
void WriteReferenceFiles(FolderWriter& writer);

// alternative/interest-rate/usa/interest-rate.csv: a simulated policy rate. Every six weeks it
// moves by a quarter of a percent towards what the market's regime calls for (Bull 3.25 %, Sideways
// 2 %, Bear 1 %, Crisis 0.25 %, and there by up to 0.75 %). `sessions` and `market` are parallel.
std::string InterestRateText(std::span<const TradingDay> sessions,
                             std::span<const MarketDay> market);

}  // namespace regimen::generator
