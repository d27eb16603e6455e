// Any text as a factor file and as a map file: either rows with ascending dates or a DataError with
// a line that the text has.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "data/lean/factor_file.hpp"
#include "data/lean/map_file.hpp"
#include "framework/core/error.hpp"

namespace {

template <typename Row>
void CheckAscends(std::span<const Row> rows) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].date <= rows[i - 1].date) std::abort();
  }
}

void CheckFactors(std::string_view text) {
  const auto file = regimen::lean::FactorFile::Parse(text, "fuzzed.csv");
  CheckAscends(file.Rows());
  for (const auto& row : file.Rows()) {
    if (file.PriceScaleFactor(row.date) <= 0) std::abort();
    file.DividendAfter(row.date);
    file.SplitAfter(row.date);
  }
}

void CheckMap(std::string_view text) {
  const auto file = regimen::lean::MapFile::Parse(text, "fuzzed", "fuzzed.csv");
  CheckAscends(file.Rows());
  for (const auto& row : file.Rows()) {
    if (file.MappedTicker(row.date) != row.ticker) std::abort();
  }
  if (file.FirstTicker().empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto lines = static_cast<std::size_t>(1 + std::ranges::count(text, '\n'));
  for (const auto check : {CheckFactors, CheckMap}) {
    try {
      check(text);
    } catch (const regimen::DataError& error) {
      if (error.Line() == 0 || error.Line() > lines) std::abort();
    } catch (const regimen::OverflowError&) {
    }
  }
  return 0;
}
