#include "data/csv/csv_header.hpp"

#include <algorithm>
#include <string_view>

#include "data/csv/csv_time.hpp"
#include "framework/core/letter_case.hpp"

namespace regimen::csv {
namespace {

constexpr std::string_view kExpected =
    "expected date, open, high, low, close and, where there is one, volume, separated by commas";

// Finds columns by their names.
class ColumnFinder {
 public:
  explicit ColumnFinder(const lean::CsvLines& line) : line_(line) {
    for (const auto field : line.Fields()) names_.push_back(LowerCase(Unquoted(field)));
    used_.resize(names_.size());
  }

  // The column with one of the names, marked as used.
  std::optional<std::size_t> Find(const std::vector<std::string_view>& names) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (std::ranges::find(names, names_[i]) == names.end()) continue;
      if (found) {
        line_.Throw("columns " + std::to_string(*found + 1) + " and " + std::to_string(i + 1) +
                    " are both '" + std::string(names.front()) + "'; expected one");
      }
      found = i;
      used_[i] = true;
    }
    return found;
  }
  std::size_t Require(const std::vector<std::string_view>& names) {
    const auto found = Find(names);
    if (!found) {
      line_.Throw("the header lacks a column '" + std::string(names.front()) + "'; it reads '" +
                  std::string(line_.Line().substr(0, 200)) + "'; " + std::string(kExpected));
    }
    return *found;
  }
  std::vector<std::string> Unused() const {
    std::vector<std::string> unused;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!used_[i]) unused.emplace_back(Unquoted(line_.Fields()[i]));
    }
    return unused;
  }

 private:
  const lean::CsvLines& line_;
  std::vector<std::string> names_;
  std::vector<bool> used_;
};

CsvHeader WithoutNames(const lean::CsvLines& line) {
  CsvHeader header;
  header.columns = line.Fields().size();
  header.is_row = true;
  if (header.columns != 5 && header.columns != 6) {
    line.Throw("the file has no header and " + std::to_string(header.columns) + " columns; " +
               std::string(kExpected));
  }
  if (header.columns == 6) header.volume = 5;
  return header;
}

}  // namespace

std::string_view Unquoted(std::string_view field) {
  const bool quoted = field.size() >= 2 && field.front() == '"' && field.back() == '"';
  return quoted ? field.substr(1, field.size() - 2) : field;
}

CsvHeader ReadCsvHeader(const lean::CsvLines& first_line) {
  if (ParseCsvTime(Unquoted(first_line.Fields().front()))) return WithoutNames(first_line);
  ColumnFinder finder(first_line);
  CsvHeader header;
  header.columns = first_line.Fields().size();
  if (const auto date = finder.Find({"date"})) {
    header.date = *date;
    header.time = finder.Find({"time"});
  } else {
    header.date = finder.Require({"date", "datetime", "timestamp", "time"});
  }
  header.prices = {finder.Require({"open"}), finder.Require({"high"}), finder.Require({"low"}),
                   finder.Require({"close"})};
  header.volume = finder.Find({"volume", "vol", "vol."});
  header.ignored = finder.Unused();
  return header;
}

}  // namespace regimen::csv
