#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "data/lean/csv_lines.hpp"

namespace regimen::csv {

// Which column of a csv file holds what.
struct CsvHeader {
  // Number of columns that every row must have.
  std::size_t columns = 0;
  std::size_t date = 0;
  // Time of day in a column of its own.
  std::optional<std::size_t> time;
  // Open, high, low, close.
  std::array<std::size_t, 4> prices = {1, 2, 3, 4};
  std::optional<std::size_t> volume;
  // True when the line it was read from is the first row already.
  bool is_row = false;
  // Names of the columns that are not used.
  std::vector<std::string> ignored;
};

// Reads the header from the first line, with names in any order and case, or takes a line that
// begins with a date as the first row of date,open,high,low,close[,volume]. Throws DataError when a
// column is missing, stands there twice, or there is no header and another number of columns.
CsvHeader ReadCsvHeader(const lean::CsvLines& first_line);

// The field without the double quotes around it.
std::string_view Unquoted(std::string_view field);

}  // namespace regimen::csv
