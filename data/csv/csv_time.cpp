#include "data/csv/csv_time.hpp"

#include <cstdint>

namespace regimen::csv {
namespace {

// Takes a text apart from the left. After a failure every further step fails too.
class Scanner {
 public:
  explicit Scanner(std::string_view rest) : rest_(rest) {}

  bool Failed() const { return failed_; }
  bool AtEnd() const { return rest_.empty(); }
  bool NextIs(char c) const { return !rest_.empty() && rest_.front() == c; }
  bool NextIsDigit() const {
    return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9';
  }

  bool Skip(char c) {
    if (!NextIs(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void Require(char c) { failed_ |= !Skip(c); }
  // Exactly `count` digits.
  int Number(int count) {
    int value = 0;
    for (int i = 0; i < count && !failed_; ++i) value = value * 10 + Digit();
    return value;
  }
  int Digit() {
    failed_ |= !NextIsDigit();
    if (failed_) return 0;
    const int digit = rest_.front() - '0';
    rest_.remove_prefix(1);
    return digit;
  }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

std::optional<DateTime> ReadDate(Scanner& scanner) {
  const int year = scanner.Number(4);
  const bool dashes = scanner.Skip('-');
  const int month = scanner.Number(2);
  if (dashes) scanner.Require('-');
  const int day = scanner.Number(2);
  if (scanner.Failed() || year < 1 || month < 1 || month > 12 || day < 1 ||
      day > DateTime::DaysInMonth(year, month)) {
    return std::nullopt;
  }
  return DateTime(year, month, day);
}

// One to seven decimals of a second, in ticks.
std::int64_t ReadFraction(Scanner& scanner) {
  std::int64_t ticks = 0;
  std::int64_t unit = TimeSpan::kTicksPerSecond;
  do {
    unit /= 10;
    ticks += scanner.Digit() * unit;
  } while (unit > 1 && scanner.NextIsDigit());
  return ticks;
}

std::optional<TimeSpan> ReadTimeOfDay(Scanner& scanner) {
  const int hour = scanner.Number(2);
  scanner.Require(':');
  const int minute = scanner.Number(2);
  const int second = scanner.Skip(':') ? scanner.Number(2) : 0;
  const std::int64_t fraction = scanner.Skip('.') ? ReadFraction(scanner) : 0;
  if (scanner.Failed() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return TimeSpan(hour, minute, second) + TimeSpan(fraction);
}

// True when the text goes on with a zone, which is skipped.
bool SkipZone(Scanner& scanner) {
  if (scanner.Skip('Z')) return true;
  if (!scanner.Skip('+') && !scanner.Skip('-')) return false;
  scanner.Number(2);
  scanner.Skip(':');
  scanner.Number(2);
  return true;
}

}  // namespace

std::optional<CsvTime> ParseCsvTime(std::string_view text) {
  Scanner scanner(text);
  const auto date = ReadDate(scanner);
  if (!date) return std::nullopt;
  CsvTime result{*date};
  if (scanner.Skip(' ') || scanner.Skip('T')) {
    const auto time_of_day = ReadTimeOfDay(scanner);
    if (!time_of_day) return std::nullopt;
    result.time += *time_of_day;
    result.has_zone = SkipZone(scanner);
  }
  if (scanner.Failed() || !scanner.AtEnd()) return std::nullopt;
  return result;
}

}  // namespace regimen::csv
