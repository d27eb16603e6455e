#include "data/lean/interest_rate_reader.hpp"

#include <utility>
#include <vector>

#include "data/lean/byte_buffer.hpp"
#include "data/lean/csv_lines.hpp"
#include "data/lean/file_reader.hpp"

namespace regimen::lean {

InterestRateProvider ReadInterestRates(const std::string& path) {
  ByteBuffer buffer;
  const auto text = ReadFile(path, buffer);
  if (!text) return {};
  CsvLines lines(*text, path);
  std::vector<DatedRate> changes;
  lines.Next();
  while (lines.Next()) {
    lines.RequireFields("yyyy-MM-dd,percent");
    const auto date = DateTime::TryParseExact(lines.Fields()[0], "yyyy-MM-dd");
    if (!date) lines.Throw("column 1 holds no date of the form yyyy-MM-dd");
    changes.push_back({*date, lines.Number(1) / 100});
  }
  return InterestRateProvider(std::move(changes));
}

}  // namespace regimen::lean
