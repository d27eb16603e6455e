#include "framework/core/time_span.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <ostream>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

// Reads the parts of a time span from left to right.
class SpanReader {
 public:
  explicit SpanReader(std::string_view text) : rest_(text) {}

  bool Done() const { return rest_.empty(); }
  bool Accept(char expected) {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // 1 to `max_digits` digits with a value up to `limit`.
  std::optional<std::int64_t> Number(std::size_t max_digits, std::int64_t limit) {
    std::int64_t value = 0;
    std::size_t length = 0;
    for (; length < max_digits && length < rest_.size() && IsDigit(rest_[length]); ++length) {
      value = value * 10 + (rest_[length] - '0');
    }
    if (length == 0 || value > limit) return std::nullopt;
    rest_.remove_prefix(length);
    return value;
  }
  // Up to seven digits after the point, in ticks.
  std::optional<std::int64_t> Fraction() {
    const std::size_t before = rest_.size();
    const auto value = Number(7, 9'999'999);
    if (!value) return std::nullopt;
    std::int64_t ticks = *value;
    for (std::size_t digits = before - rest_.size(); digits < 7; ++digits) ticks *= 10;
    return ticks;
  }

 private:
  static bool IsDigit(char c) { return c >= '0' && c <= '9'; }

  std::string_view rest_;
};

// hh:mm[:ss[.fffffff]] after the hours were read.
std::optional<std::int64_t> ClockTicks(SpanReader& reader, std::int64_t hours) {
  if (hours > 23 || !reader.Accept(':')) return std::nullopt;
  const auto minutes = reader.Number(2, 59);
  if (!minutes) return std::nullopt;
  std::int64_t ticks = hours * TimeSpan::kTicksPerHour + *minutes * TimeSpan::kTicksPerMinute;
  if (!reader.Accept(':')) return ticks;
  const auto seconds = reader.Number(2, 59);
  if (!seconds) return std::nullopt;
  ticks += *seconds * TimeSpan::kTicksPerSecond;
  if (!reader.Accept('.')) return ticks;
  const auto fraction = reader.Fraction();
  if (!fraction) return std::nullopt;
  return ticks + *fraction;
}

// Whether the text has a third colon: d:hh:mm:ss.
bool LeadsWithDays(std::string_view text) { return std::count(text.begin(), text.end(), ':') == 3; }

std::optional<std::int64_t> SpanTicks(SpanReader& reader, bool colon_after_days) {
  constexpr std::int64_t kMaxDays = 10'675'198;
  const auto first = reader.Number(8, kMaxDays);
  if (!first) return std::nullopt;
  if (reader.Done()) return *first * TimeSpan::kTicksPerDay;
  if (!reader.Accept(colon_after_days ? ':' : '.')) return ClockTicks(reader, *first);
  const auto hours = reader.Number(2, 23);
  if (!hours) return std::nullopt;
  const auto clock = ClockTicks(reader, *hours);
  if (!clock) return std::nullopt;
  std::int64_t ticks = 0;
  if (__builtin_add_overflow(*first * TimeSpan::kTicksPerDay, *clock, &ticks)) return std::nullopt;
  return ticks;
}

void AppendPadded(std::string& out, std::uint64_t value, std::size_t digits) {
  std::array<char, 20> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  const auto length = static_cast<std::size_t>(end - buffer.data());
  if (length < digits) out.append(digits - length, '0');
  out.append(buffer.data(), length);
}

}  // namespace

TimeSpan TimeSpan::Parse(std::string_view text) {
  if (const auto span = TryParse(text)) return *span;
  throw ArgumentError("'" + std::string(text) +
                      "' is not a time span: expected [-][d.]hh:mm[:ss[.fffffff]], e.g. 09:30:00");
}

std::optional<TimeSpan> TimeSpan::TryParse(std::string_view text) {
  SpanReader reader(text);
  const bool negative = reader.Accept('-');
  const auto ticks = SpanTicks(reader, LeadsWithDays(text));
  if (!ticks || !reader.Done()) return std::nullopt;
  return TimeSpan(negative ? -*ticks : *ticks);
}

std::string TimeSpan::ToString() const {
  const bool negative = ticks_ < 0;
  // Negated as unsigned: the smallest value has no positive counterpart.
  auto rest = static_cast<std::uint64_t>(ticks_);
  if (negative) rest = ~rest + 1;
  const auto take = [&rest](std::int64_t unit) {
    const std::uint64_t count = rest / static_cast<std::uint64_t>(unit);
    rest %= static_cast<std::uint64_t>(unit);
    return count;
  };
  std::string out;
  if (negative) out += '-';
  if (const std::uint64_t days = take(kTicksPerDay); days != 0) {
    AppendPadded(out, days, 1);
    out += '.';
  }
  AppendPadded(out, take(kTicksPerHour), 2);
  out += ':';
  AppendPadded(out, take(kTicksPerMinute), 2);
  out += ':';
  AppendPadded(out, take(kTicksPerSecond), 2);
  if (rest != 0) {
    out += '.';
    AppendPadded(out, rest, 7);
  }
  return out;
}

void TimeSpan::ThrowOverflow() {
  throw OverflowError("a time span is out of range: it must be within +-10675199 days");
}

std::ostream& operator<<(std::ostream& out, TimeSpan value) { return out << value.ToString(); }

}  // namespace regimen
