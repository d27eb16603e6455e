#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"

namespace regimen::lean {

// The lines of a small csv file, for files that are read once and need no speed. Lines end with
// `\n` or `\r\n`; lines without anything but blanks do not count. Fields are cut at commas and lose
// the blanks around them.
//
// Field conversions throw DataError naming file, line, column and what was expected. Keeps views of
// `text`, which must outlive it. Not thread-safe.
class CsvLines {
 public:
  // `first_line` is where the text begins, if it is a part of the file.
  CsvLines(std::string_view text, std::string file, std::size_t first_line = 1);

  // Moves to the next line; false when there is none.
  bool Next();
  std::string_view Line() const { return line_; }
  std::size_t LineNumber() const { return line_number_; }
  const std::vector<std::string_view>& Fields() const { return fields_; }
  // Throws unless the line has at least as many fields as `layout` names: "yyyyMMdd,ticker".
  void RequireFields(std::string_view layout) const;

  // Requires: field < Fields().size().
  DateTime Date(std::size_t field) const;
  Decimal Number(std::size_t field) const;
  // Throw DataError for the line, or for one field of it that should have been `expected`.
  [[noreturn]] void Throw(const std::string& problem) const;
  [[noreturn]] void ThrowField(std::size_t field, const std::string& expected) const;

 private:
  std::string_view rest_;
  std::string file_;
  std::string_view line_;
  std::vector<std::string_view> fields_;
  std::size_t line_number_;
};

}  // namespace regimen::lean
