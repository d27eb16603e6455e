#pragma once

#include <array>
#include <cstddef>

#include "data/csv/csv_header.hpp"
#include "data/lean/csv_lines.hpp"
#include "data/lean/scaled_number.hpp"
#include "framework/core/date_time.hpp"

namespace regimen::csv {

// One row of a csv file, checked by itself.
struct CsvRow {
  DateTime time;
  // Open, high, low, close, volume.
  std::array<lean::ScaledNumber, 5> numbers;
  std::size_t line = 0;
  // Open and close lie between low and high.
  bool is_consistent = true;
};

// Throws DataError naming line and column when a field is not what the header says it is.
CsvRow ReadCsvRow(const lean::CsvLines& line, const CsvHeader& header);

}  // namespace regimen::csv
