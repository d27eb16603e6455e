#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "data/lean/digits.hpp"
#include "data/lean/scaled_number.hpp"

namespace regimen::lean {

// Walks through the rows and fields of a price file's text (LEAN StreamReaderExtensions): `,`
// between fields, `\n` or `\r\n` between rows, the last of which may end without one; blank lines
// do not count. Fields may begin with spaces.
//
// Throws DataError naming file and line at the first field that is not what was asked for. Keeps
// views of `text` and `file`, which must outlive it. Not thread-safe; allocates nothing.
class RowReader {
 public:
  // `layout` names the columns that a row must have, for errors: "ms,open,high,low,close,volume".
  RowReader(std::string_view text, std::string_view file, std::string_view layout)
      : begin_(text.data()),
        end_(text.data() + text.size()),
        position_(text.data()),
        file_(file),
        layout_(layout) {}

  // Moves to the next row, whatever is left of this one; false at the end of the text.
  bool NextRow() {
    if (field_ != 0 && !ended_) SkipToEndOfRow();
    while (position_ != end_ && (*position_ == '\n' || *position_ == '\r')) ++position_;
    field_ = 0;
    ended_ = false;
    return position_ != end_;
  }

  // The next field as a number: '-', digits, '.', digits; empty is zero. Without its point it must
  // fit in 63 bits, and it must not have more than 24 decimals.
  ScaledNumber ReadNumber() {
    BeginField();
    const std::uint64_t bytes = LoadBytes(position_, end_);
    const unsigned digits = CountDigits(bytes);
    // The usual field: one to seven digits, then the next field or row.
    if (digits - 1 < 7) {
      const char behind = static_cast<char>(bytes >> 8 * digits & 0xff);
      if (behind == ',' || behind == '\n') {
        ended_ = behind == '\n';
        position_ += digits + (ended_ ? 0 : 1);
        return {static_cast<std::int64_t>(DigitsValue(bytes, digits)), 0};
      }
    }
    return ReadAnyNumber();
  }

  // The next field as whole milliseconds since midnight.
  std::int32_t ReadMilliseconds();
  // A time of day in steps of 100 ns; `part` counts those behind the millisecond.
  struct TickTime {
    std::int32_t milliseconds;
    std::uint16_t part;
    auto operator<=>(const TickTime&) const = default;
  };
  // The next field as milliseconds since midnight, which may have decimals.
  TickTime ReadTickTime();
  // The next field as `yyyyMMdd HH:mm`, in minutes since the start of the year 1.
  std::int32_t ReadMinutes();

  // The next field as it stands; empty when the row has no more.
  std::string_view ReadText();
  bool AtEndOfRow() const { return ended_; }
  // What is left of the row.
  std::string_view RestOfRow() const;

  // Throws DataError for the row being read.
  [[noreturn]] void Throw(const std::string& problem) const;

 private:
  // Digits of one side of the point.
  struct DigitRun {
    std::uint64_t value = 0;
    unsigned count = 0;
  };

  void BeginField() {
    if (ended_) ThrowTooFewColumns();
    ++field_;
  }
  ScaledNumber ReadAnyNumber();
  DigitRun ReadDigits();
  static std::uint64_t RoundedParts(DigitRun fraction);
  ScaledNumber Joined(DigitRun whole, DigitRun fraction) const;
  // Checks that the field ends here and moves to the next one.
  void EndField();
  void SkipSpaces() {
    while (position_ != end_ && *position_ == ' ') ++position_;
  }
  void SkipToEndOfRow();
  // Takes a month, as yyyyMM, for the one that dates are in.
  void BeginMonth(unsigned month_of_year);
  std::size_t Line() const;
  [[noreturn]] void ThrowTooFewColumns() const;
  [[noreturn]] void ThrowField(const std::string& expected) const;

  const char* begin_;
  const char* end_;
  const char* position_;
  // Number of the field being read, from 1; 0 at the start of a row.
  unsigned field_ = 0;
  // Whether the row's last field has been read.
  bool ended_ = false;
  // The month of the last date as yyyyMM, its length, and the number of the day before it.
  unsigned month_ = 0;
  unsigned days_in_month_ = 0;
  std::int32_t day_before_month_ = 0;
  std::string_view file_;
  std::string_view layout_;
};

}  // namespace regimen::lean
