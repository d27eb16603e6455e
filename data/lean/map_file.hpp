#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/date_time.hpp"

namespace regimen::lean {

// A ticker and the last date on which it was valid.
struct MapRow {
  DateTime date;
  // Upper case.
  std::string ticker;
  // Letter of the primary exchange; empty when not known.
  std::string exchange;
};

// The tickers that one equity has had (LEAN Common/Data/Auxiliary/MapFile*.cs): rows
// `yyyyMMdd,ticker[,exchange]`. The first row's date is the first date with data, the last row's
// the delisting date (20501231: still alive).
//
// Immutable; concurrent reads are safe. Lookups are O(log n).
class MapFile {
 public:
  // A file without rows, for an equity that has none: it maps every date to the default.
  explicit MapFile(std::string_view permtick);
  // Throws DataError naming `file` and line: too few columns, no date, no ticker, two tickers of
  // one date.
  static MapFile Parse(std::string_view text, std::string_view permtick, const std::string& file);

  // Name of the file in upper case; it tells apart equities of one ticker ("AAA.1").
  const std::string& Permtick() const { return permtick_; }
  bool IsEmpty() const { return rows_.empty(); }
  // Ascending by date.
  std::span<const MapRow> Rows() const { return rows_; }

  // The ticker valid on `date`; `otherwise` after the last row and without rows.
  std::string_view MappedTicker(DateTime date, std::string_view otherwise = {}) const;
  bool HasData(DateTime date) const;
  // 1899-12-30 and 2050-12-31 without rows.
  DateTime FirstDate() const;
  DateTime DelistingDate() const;
  // The first ticker, which names the equity in its identifier, without a final ".1" or ".2".
  std::string FirstTicker() const;
  // Letter of the primary exchange today; empty when not known.
  std::string_view PrimaryExchange() const;

 private:
  std::string permtick_;
  std::vector<MapRow> rows_;
};

}  // namespace regimen::lean
