#include "framework/core/date_time_format.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace regimen {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// One run of a format: a letter with its count, or literal text.
struct Token {
  char letter = '\0';
  std::size_t count = 0;
  std::string_view literal;
};

bool IsPart(char letter) {
  return std::string_view("yMdHhmsfFt").find(letter) != std::string::npos;
}

Token NextToken(std::string_view& format) {
  const char first = format.front();
  if (first == '\'' || first == '"') {
    const std::size_t close = format.find(first, 1);
    const Token token{'\0', 0, format.substr(1, close == format.npos ? close : close - 1)};
    format.remove_prefix(close == format.npos ? format.size() : close + 1);
    return token;
  }
  if (first == '\\' && format.size() > 1) {
    const Token token{'\0', 0, format.substr(1, 1)};
    format.remove_prefix(2);
    return token;
  }
  if (!IsPart(first)) {
    const Token token{'\0', 0, format.substr(0, 1)};
    format.remove_prefix(1);
    return token;
  }
  const std::size_t end = format.find_first_not_of(first);
  const Token token{first, end == format.npos ? format.size() : end, {}};
  format.remove_prefix(token.count);
  return token;
}

void AppendNumber(std::string& out, std::int64_t value, std::size_t digits) {
  const std::string text = std::to_string(value);
  if (text.size() < digits) out.append(digits - text.size(), '0');
  out += text;
}

// The first `count` digits of the part below a second. F drops trailing zeros, and the point before
// them if none is left.
void AppendFraction(std::string& out, DateTime time, const Token& token) {
  std::string digits;
  AppendNumber(digits, time.Ticks() % TimeSpan::kTicksPerSecond, 7);
  digits.resize(token.count < 7 ? token.count : 7);
  if (token.letter == 'F') {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.empty() && !out.empty() && out.back() == '.') out.pop_back();
  }
  out += digits;
}

void AppendName(std::string& out, std::string_view name, std::size_t count) {
  out += count == 3 ? name.substr(0, 3) : name;
}

void AppendPart(std::string& out, DateTime time, const Token& token) {
  const YearMonthDay date = time.Civil();
  switch (token.letter) {
    case 'y':
      return AppendNumber(out, token.count <= 2 ? date.year % 100 : date.year, token.count);
    case 'M':
      if (token.count < 3) return AppendNumber(out, date.month, token.count);
      return AppendName(out, kMonths[static_cast<std::size_t>(date.month - 1)], token.count);
    case 'd':
      if (token.count < 3) return AppendNumber(out, date.day, token.count);
      return AppendName(out, ToText(time.DayOfWeek()), token.count);
    case 'H':
      return AppendNumber(out, time.Hour(), token.count);
    case 'h':
      return AppendNumber(out, (time.Hour() + 11) % 12 + 1, token.count);
    case 'm':
      return AppendNumber(out, time.Minute(), token.count);
    case 's':
      return AppendNumber(out, time.Second(), token.count);
    case 't':
      out += std::string_view(time.Hour() < 12 ? "AM" : "PM").substr(0, token.count);
      return;
    default:
      return AppendFraction(out, time, token);
  }
}

// The parts of a time while its text is read.
struct Parts {
  int year = 1;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int fraction = 0;

  int* Of(char letter) {
    switch (letter) {
      case 'y':
        return &year;
      case 'M':
        return &month;
      case 'd':
        return &day;
      case 'H':
        return &hour;
      case 'm':
        return &minute;
      case 's':
        return &second;
      default:
        return nullptr;
    }
  }
  bool Exists() const {
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 &&
           day <= DateTime::DaysInMonth(year, month) && hour < 24 && minute < 60 && second < 60;
  }
};

// Reads between `least` and `most` digits.
std::optional<int> TakeDigits(std::string_view& text, std::size_t least, std::size_t most) {
  int value = 0;
  std::size_t count = 0;
  for (; count < most && count < text.size() && text[count] >= '0' && text[count] <= '9'; ++count) {
    value = value * 10 + (text[count] - '0');
  }
  if (count < least) return std::nullopt;
  text.remove_prefix(count);
  return value;
}

bool TakeFraction(std::string_view& text, const Token& token, Parts& parts) {
  const std::size_t before = text.size();
  if (token.count > 7) return false;
  const auto value = TakeDigits(text, token.letter == 'f' ? token.count : 0, token.count);
  if (!value) return false;
  parts.fraction = *value;
  for (std::size_t digits = before - text.size(); digits < 7; ++digits) parts.fraction *= 10;
  return true;
}

bool TakePart(std::string_view& text, const Token& token, Parts& parts) {
  if (token.letter == 'f' || token.letter == 'F') return TakeFraction(text, token, parts);
  int* const part = parts.Of(token.letter);
  const std::size_t most = token.letter == 'y' ? 4 : 2;
  if (part == nullptr || token.count > most || (token.letter == 'y' && token.count != most)) {
    return false;
  }
  const auto value = TakeDigits(text, token.count, most);
  if (value) *part = *value;
  return value.has_value();
}

}  // namespace

std::string FormatDateTime(DateTime time, std::string_view format) {
  std::string out;
  while (!format.empty()) {
    const Token token = NextToken(format);
    if (token.letter == '\0') {
      out += token.literal;
    } else {
      AppendPart(out, time, token);
    }
  }
  return out;
}

std::optional<DateTime> ParseDateTime(std::string_view text, std::string_view format) {
  Parts parts;
  while (!format.empty()) {
    const Token token = NextToken(format);
    if (token.letter != '\0') {
      if (!TakePart(text, token, parts)) return std::nullopt;
    } else if (text.starts_with(token.literal)) {
      text.remove_prefix(token.literal.size());
    } else {
      return std::nullopt;
    }
  }
  if (!text.empty() || !parts.Exists()) return std::nullopt;
  return DateTime(parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second)
      .AddTicks(parts.fraction);
}

}  // namespace regimen
