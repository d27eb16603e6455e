#include "data/lean/row_reader.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "framework/core/date_time.hpp"
#include "framework/core/error.hpp"

namespace regimen::lean {
namespace {

constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMillisecondsOfDay = 86'400'000;
constexpr std::uint64_t kPartsOfMillisecond = TimeSpan::kTicksPerMillisecond;
// Prices may get four more decimals, and 28 is the most that a Decimal has.
constexpr unsigned kMostDecimals = 24;
// Minutes since the year 1 fit in 31 bits until 4083.
constexpr int kLastYear = 4000;

constexpr auto kPowersOfTen = [] {
  std::array<std::uint64_t, 19> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

bool IsEndOfField(char c) { return c == ',' || c == '\n' || c == '\r'; }

}  // namespace

void RowReader::SkipToEndOfRow() { position_ = std::find(position_, end_, '\n'); }

RowReader::DigitRun RowReader::ReadDigits() {
  DigitRun run;
  for (;;) {
    const std::uint64_t bytes = LoadBytes(position_, end_);
    const unsigned count = CountDigits(bytes);
    if (count == 0) return run;
    if (run.value > kLargest / kPowersOfTen[count]) ThrowField("a number of at most 18 digits");
    run.value = run.value * kPowersOfTen[count] + DigitsValue(bytes, count);
    run.count += count;
    position_ += count;
    if (count < 8) return run;
  }
}

ScaledNumber RowReader::Joined(DigitRun whole, DigitRun fraction) const {
  if (fraction.count > kMostDecimals) ThrowField("a number of at most 24 decimals");
  std::uint64_t coefficient = fraction.value;
  if (whole.value != 0) {
    if (fraction.count >= kPowersOfTen.size() ||
        whole.value > (kLargest - fraction.value) / kPowersOfTen[fraction.count]) {
      ThrowField("a number of at most 18 digits");
    }
    coefficient += whole.value * kPowersOfTen[fraction.count];
  }
  if (coefficient > kLargest) ThrowField("a number of at most 18 digits");
  return {static_cast<std::int64_t>(coefficient), static_cast<std::uint8_t>(fraction.count)};
}

ScaledNumber RowReader::ReadAnyNumber() {
  SkipSpaces();
  const bool negative = position_ != end_ && *position_ == '-';
  if (negative) ++position_;
  const DigitRun whole = ReadDigits();
  const bool has_point = position_ != end_ && *position_ == '.';
  DigitRun fraction;
  if (has_point) {
    ++position_;
    fraction = ReadDigits();
  }
  if (whole.count + fraction.count == 0 && (negative || has_point)) ThrowField("a number");
  if (position_ != end_ && !IsEndOfField(*position_)) ThrowField("a number");
  ScaledNumber number = Joined(whole, fraction);
  if (negative) number.coefficient = -number.coefficient;
  EndField();
  return number;
}

std::int32_t RowReader::ReadMilliseconds() {
  BeginField();
  SkipSpaces();
  const DigitRun run = ReadDigits();
  const bool ends = position_ == end_ || IsEndOfField(*position_);
  if (run.count == 0 || run.value >= kMillisecondsOfDay || !ends) {
    ThrowField("milliseconds since midnight, 0 to 86399999");
  }
  EndField();
  return static_cast<std::int32_t>(run.value);
}

RowReader::TickTime RowReader::ReadTickTime() {
  BeginField();
  SkipSpaces();
  const DigitRun whole = ReadDigits();
  DigitRun fraction;
  if (position_ != end_ && *position_ == '.') {
    ++position_;
    fraction = ReadDigits();
  }
  const bool ends = position_ == end_ || IsEndOfField(*position_);
  if (whole.count == 0 || whole.value >= kMillisecondsOfDay || !ends) {
    ThrowField("milliseconds since midnight, 0 to 86399999");
  }
  if (fraction.count >= kPowersOfTen.size()) ThrowField("a time of at most 18 decimals");
  EndField();
  const std::uint64_t parts = whole.value * kPartsOfMillisecond + RoundedParts(fraction);
  return {static_cast<std::int32_t>(parts / kPartsOfMillisecond),
          static_cast<std::uint16_t>(parts % kPartsOfMillisecond)};
}

// Half to even, as .NET converts a decimal to whole ticks.
std::uint64_t RowReader::RoundedParts(DigitRun fraction) {
  if (fraction.count <= 4) return fraction.value * kPowersOfTen[4 - fraction.count];
  const std::uint64_t divisor = kPowersOfTen[fraction.count - 4];
  const std::uint64_t parts = fraction.value / divisor;
  const std::uint64_t twice_the_rest = 2 * (fraction.value % divisor);
  const bool up = twice_the_rest > divisor || (twice_the_rest == divisor && parts % 2 == 1);
  return parts + (up ? 1 : 0);
}

std::string_view RowReader::RestOfRow() const {
  if (ended_) return {};
  const char* last = std::find(position_, end_, '\n');
  if (last != position_ && last[-1] == '\r') --last;
  return {position_, static_cast<std::size_t>(last - position_)};
}

std::string_view RowReader::ReadText() {
  if (ended_) return {};
  BeginField();
  const char* const begin = position_;
  position_ = std::find_if(position_, end_, IsEndOfField);
  const std::string_view text(begin, static_cast<std::size_t>(position_ - begin));
  EndField();
  return text;
}

void RowReader::BeginMonth(unsigned month_of_year) {
  const auto year = static_cast<int>(month_of_year / 100);
  const auto month = static_cast<int>(month_of_year % 100);
  if (year < 1 || year > kLastYear || month < 1 || month > 12) {
    ThrowField("a time as yyyyMMdd HH:mm");
  }
  month_ = month_of_year;
  days_in_month_ = static_cast<unsigned>(DateTime::DaysInMonth(year, month));
  day_before_month_ = static_cast<std::int32_t>(DateTime(year, month, 1).DayNumber()) - 1;
}

std::int32_t RowReader::ReadMinutes() {
  constexpr unsigned kDateLength = 8;
  constexpr unsigned kTimeLength = 6;
  BeginField();
  SkipSpaces();
  const std::uint64_t date_bytes = LoadBytes(position_, end_);
  const bool has_time = end_ - position_ >= kDateLength + kTimeLength;
  if (!has_time || CountDigits(date_bytes) < kDateLength) ThrowField("a time as yyyyMMdd HH:mm");
  const auto date = static_cast<unsigned>(DigitsValue(date_bytes, kDateLength));
  // Rows ascend: most are of the month of the row before.
  if (date / 100 != month_) BeginMonth(date / 100);
  const unsigned day = date % 100;

  // " HH:mm" becomes "HHmm".
  const std::uint64_t time = LoadBytes(position_ + kDateLength, end_);
  const std::uint64_t digits = (time >> 8 & 0xFFFF) | (time >> 16 & 0xFFFF0000);
  const bool separated = (time & 0xFF) == ' ' && (time >> 24 & 0xFF) == ':';
  const bool is_time = separated && CountDigits(digits) == 4;
  const auto clock = static_cast<unsigned>(DigitsValue(digits, 4));
  const unsigned hour = clock / 100;
  const unsigned minute = clock % 100;
  position_ += kDateLength + kTimeLength;
  if (!is_time || day < 1 || day > days_in_month_ || hour > 23 || minute > 59 ||
      (position_ != end_ && !IsEndOfField(*position_))) {
    position_ -= kDateLength + kTimeLength;
    ThrowField("a time as yyyyMMdd HH:mm");
  }
  EndField();
  const std::int32_t days = day_before_month_ + static_cast<std::int32_t>(day);
  return (days * 24 + static_cast<std::int32_t>(hour)) * 60 + static_cast<std::int32_t>(minute);
}

void RowReader::EndField() {
  ended_ = position_ == end_ || *position_ != ',';
  if (!ended_) {
    ++position_;
  } else if (end_ - position_ > 1 && *position_ == '\r' && position_[1] != '\n') {
    ThrowField("a line feed behind the carriage return");
  }
}

std::size_t RowReader::Line() const {
  return 1 + static_cast<std::size_t>(std::count(begin_, position_, '\n'));
}

void RowReader::Throw(const std::string& problem) const {
  throw DataError(std::string(file_), Line(), problem);
}

void RowReader::ThrowTooFewColumns() const {
  const auto expected = 1 + std::count(layout_.begin(), layout_.end(), ',');
  Throw("the row has " + std::to_string(field_) + " columns; expected " + std::to_string(expected) +
        ": " + std::string(layout_));
}

void RowReader::ThrowField(const std::string& expected) const {
  constexpr std::size_t kShown = 40;
  const auto end_of_field = [](char c) { return IsEndOfField(c); };
  const char* first = position_;
  while (first != begin_ && !IsEndOfField(first[-1])) --first;
  const char* const last = std::find_if(position_, end_, end_of_field);
  const std::string_view field(first, static_cast<std::size_t>(last - first));
  Throw("column " + std::to_string(field_) + " holds '" + std::string(field.substr(0, kShown)) +
        "'; expected " + expected + " (columns: " + std::string(layout_) + ")");
}

}  // namespace regimen::lean
