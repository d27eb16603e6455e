#include "data/lean/map_file.hpp"

#include <algorithm>

#include "data/lean/csv_lines.hpp"
#include "framework/core/letter_case.hpp"

namespace regimen::lean {
namespace {

// LEAN's Time.BeginningOfTime and Time.EndOfTime.
constexpr DateTime kBeginningOfTime(1899, 12, 30);
constexpr DateTime kEndOfTime(2050, 12, 31);
constexpr DateTime kLastOfIdentifiers(2173, 10, 13);

}  // namespace

MapFile::MapFile(std::string_view permtick) : permtick_(UpperCase(permtick)) {}

MapFile MapFile::Parse(std::string_view text, std::string_view permtick, const std::string& file) {
  MapFile map(permtick);
  CsvLines lines(text, file);
  while (lines.Next()) {
    lines.RequireFields("yyyyMMdd,ticker");
    const auto& fields = lines.Fields();
    MapRow row{lines.Date(0), UpperCase(fields[1]),
               std::string(fields.size() > 2 ? fields[2] : "")};
    if (row.date < kBeginningOfTime || row.date > kLastOfIdentifiers) {
      lines.Throw("the date " + row.date.ToString("yyyy-MM-dd") +
                  " is beyond what an identifier holds; expected 1899-12-30 to 2173-10-13");
    }
    if (row.ticker.empty() || row.ticker.find_first_of(" |") != std::string::npos) {
      lines.Throw("column 2 holds '" + row.ticker + "'; expected a ticker without space and |");
    }
    const auto same = std::ranges::find(map.rows_, row.date, &MapRow::date);
    if (same == map.rows_.end()) {
      map.rows_.push_back(std::move(row));
    } else if (same->ticker != row.ticker) {
      lines.Throw("the date has two tickers, " + same->ticker + " and " + row.ticker +
                  "; expected one");
    }
  }
  std::ranges::sort(map.rows_, {}, &MapRow::date);
  return map;
}

std::string_view MapFile::MappedTicker(DateTime date, std::string_view otherwise) const {
  const auto found = std::ranges::lower_bound(rows_, date.Date(), {}, &MapRow::date);
  return found == rows_.end() ? otherwise : std::string_view(found->ticker);
}

bool MapFile::HasData(DateTime date) const {
  return IsEmpty() || (FirstDate() <= date.Date() && date.Date() <= DelistingDate());
}

DateTime MapFile::FirstDate() const { return IsEmpty() ? kBeginningOfTime : rows_.front().date; }

DateTime MapFile::DelistingDate() const { return IsEmpty() ? kEndOfTime : rows_.back().date; }

std::string MapFile::FirstTicker() const {
  const std::string& ticker = IsEmpty() ? permtick_ : rows_.front().ticker;
  const std::size_t dot = ticker.rfind('.');
  const bool numbered = dot != std::string::npos && dot > 0 && dot + 1 < ticker.size() &&
                        ticker.find_first_not_of("0123456789", dot + 1) == std::string::npos;
  return numbered ? ticker.substr(0, dot) : ticker;
}

std::string_view MapFile::PrimaryExchange() const {
  return IsEmpty() ? std::string_view() : std::string_view(rows_.back().exchange);
}

}  // namespace regimen::lean
