// Any text as a user's csv file: either bars with strictly ascending times and prices above zero,
// or a DataError with a line that the text has (0 for the file as a whole).
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "data/csv/csv_bars.hpp"
#include "framework/core/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto lines = static_cast<std::size_t>(1 + std::ranges::count(text, '\n'));
  try {
    const auto csv = regimen::csv::ReadCsvBars(text, "fuzzed.csv");
    for (std::size_t row = 0; row < csv.bars.Size(); ++row) {
      if (csv.bars.Close()[row] <= 0 || csv.bars.Volume()[row] < 0) std::abort();
      if (row > 0 && csv.bars.Times()[row] <= csv.bars.Times()[row - 1]) std::abort();
    }
  } catch (const regimen::DataError& error) {
    if (error.Line() > lines) std::abort();
  }
  return 0;
}
