#include "data/lean/csv_lines.hpp"

#include <algorithm>
#include <utility>

#include "framework/core/error.hpp"

namespace regimen::lean {
namespace {

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace

CsvLines::CsvLines(std::string_view text, std::string file, std::size_t first_line)
    : rest_(text), file_(std::move(file)), line_number_(first_line - 1) {}

bool CsvLines::Next() {
  while (!rest_.empty()) {
    const std::size_t length = std::min(rest_.find('\n'), rest_.size());
    line_ = Trimmed(rest_.substr(0, length));
    rest_.remove_prefix(std::min(length + 1, rest_.size()));
    ++line_number_;
    if (line_.empty()) continue;
    fields_.clear();
    for (std::string_view tail = line_;;) {
      const std::size_t comma = tail.find(',');
      fields_.push_back(Trimmed(tail.substr(0, comma)));
      if (comma == std::string_view::npos) return true;
      tail.remove_prefix(comma + 1);
    }
  }
  return false;
}

void CsvLines::RequireFields(std::string_view layout) const {
  const auto expected = static_cast<std::size_t>(1 + std::ranges::count(layout, ','));
  if (fields_.size() >= expected) return;
  Throw("the line has " + std::to_string(fields_.size()) + " columns; expected " +
        std::to_string(expected) + ": " + std::string(layout));
}

DateTime CsvLines::Date(std::size_t field) const {
  const auto date = DateTime::TryParseExact(fields_[field], "yyyyMMdd");
  if (!date) ThrowField(field, "a date as yyyyMMdd");
  return *date;
}

Decimal CsvLines::Number(std::size_t field) const {
  const auto number = Decimal::TryParse(fields_[field]);
  if (!number) ThrowField(field, "a number");
  return *number;
}

void CsvLines::Throw(const std::string& problem) const {
  throw DataError(file_, line_number_, problem);
}

void CsvLines::ThrowField(std::size_t field, const std::string& expected) const {
  constexpr std::size_t kShown = 40;
  Throw("column " + std::to_string(field + 1) + " holds '" +
        std::string(fields_[field].substr(0, kShown)) + "'; expected " + expected);
}

}  // namespace regimen::lean
