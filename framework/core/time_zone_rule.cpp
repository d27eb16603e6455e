#include "framework/core/time_zone_rule.hpp"

#include "framework/core/date_time.hpp"

namespace regimen {
namespace {

class RuleReader {
 public:
  explicit RuleReader(std::string_view text) : rest_(text) {}

  bool Done() const { return rest_.empty(); }
  bool Accept(char expected) {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // EST or <-03>
  bool Name() {
    if (Accept('<')) {
      const std::size_t close = rest_.find('>');
      if (close == rest_.npos) return false;
      rest_.remove_prefix(close + 1);
      return true;
    }
    std::size_t length = 0;
    while (length < rest_.size() && IsLetter(rest_[length])) ++length;
    rest_.remove_prefix(length);
    return length >= 3;
  }
  std::optional<int> Number() {
    int value = 0;
    std::size_t length = 0;
    for (; length < 3 && length < rest_.size() && IsDigit(rest_[length]); ++length) {
      value = value * 10 + (rest_[length] - '0');
    }
    if (length == 0) return std::nullopt;
    rest_.remove_prefix(length);
    return value;
  }
  // [+-]hh[:mm[:ss]] in seconds
  std::optional<std::int64_t> Clock() {
    const bool negative = Accept('-');
    if (!negative) Accept('+');
    const auto hours = Number();
    if (!hours) return std::nullopt;
    std::int64_t seconds = std::int64_t{3'600} * *hours;
    for (const int unit : {60, 1}) {
      if (!Accept(':')) break;
      const auto part = Number();
      if (!part) return std::nullopt;
      seconds += std::int64_t{unit} * *part;
    }
    return negative ? -seconds : seconds;
  }
  bool IsClock() const {
    return !rest_.empty() &&
           (IsDigit(rest_.front()) || rest_.front() == '-' || rest_.front() == '+');
  }

 private:
  static bool IsDigit(char c) { return c >= '0' && c <= '9'; }
  static bool IsLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

  std::string_view rest_;
};

bool ReadDay(RuleReader& reader, TimeZoneRule::Change& change) {
  if (!reader.Accept('M')) {
    change.kind = reader.Accept('J') ? 'J' : 'N';
    const auto day = reader.Number();
    if (!day || *day > 365) return false;
    change.day = *day;
    return true;
  }
  const auto month = reader.Number();
  if (!month || !reader.Accept('.')) return false;
  const auto week = reader.Number();
  if (!week || !reader.Accept('.')) return false;
  const auto day = reader.Number();
  if (!day || *month < 1 || *month > 12 || *week < 1 || *week > 5 || *day > 6) return false;
  change.month = *month;
  change.week = *week;
  change.day = *day;
  return true;
}

bool ReadChange(RuleReader& reader, TimeZoneRule::Change& change) {
  if (!reader.Accept(',') || !ReadDay(reader, change)) return false;
  if (!reader.Accept('/')) return true;
  const auto clock = reader.Clock();
  if (clock) change.seconds = *clock;
  return clock.has_value();
}

DateTime DateOf(const TimeZoneRule::Change& change, int year) {
  if (change.kind == 'N') return DateTime(year, 1, 1).AddDays(change.day);
  if (change.kind == 'J') {
    const bool after_leap_day = DateTime::IsLeapYear(year) && change.day >= 60;
    return DateTime(year, 1, 1).AddDays(change.day - 1 + (after_leap_day ? 1 : 0));
  }
  const DateTime first(year, change.month, 1);
  const int to_weekday = (change.day - static_cast<int>(first.DayOfWeek()) + 7) % 7;
  int day = 1 + to_weekday + 7 * (change.week - 1);
  if (day > DateTime::DaysInMonth(year, change.month)) day -= 7;
  return DateTime(year, change.month, day);
}

std::int64_t InstantOf(const TimeZoneRule::Change& change, int year, std::int64_t offset) {
  const std::int64_t midnight =
      (DateOf(change, year) - DateTime::UnixEpoch).Ticks() / TimeSpan::kTicksPerSecond;
  return midnight + change.seconds - offset;
}

}  // namespace

std::optional<TimeZoneRule> TimeZoneRule::Parse(std::string_view text) {
  TimeZoneRule rule;
  RuleReader reader(text);
  if (!reader.Name()) return std::nullopt;
  const auto west = reader.Clock();
  if (!west) return std::nullopt;
  // POSIX counts westwards.
  rule.standard_offset = -*west;
  if (reader.Done()) return rule;
  rule.has_daylight = true;
  rule.daylight_offset = rule.standard_offset + 3'600;
  if (!reader.Name()) return std::nullopt;
  if (reader.IsClock()) {
    const auto daylight_west = reader.Clock();
    if (!daylight_west) return std::nullopt;
    rule.daylight_offset = -*daylight_west;
  }
  if (!ReadChange(reader, rule.to_daylight) || !ReadChange(reader, rule.to_standard) ||
      !reader.Done()) {
    return std::nullopt;
  }
  return rule;
}

std::int64_t TimeZoneRule::ToDaylight(int year) const {
  return InstantOf(to_daylight, year, standard_offset);
}

std::int64_t TimeZoneRule::ToStandard(int year) const {
  return InstantOf(to_standard, year, daylight_offset);
}

}  // namespace regimen
