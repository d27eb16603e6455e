// A point in time without a zone.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "framework/core/day_of_week.hpp"
#include "framework/core/time_span.hpp"

namespace regimen {

struct YearMonthDay {
  int year;
  int month;
  int day;
};

// A date and time of day in ticks of 100 ns since 0001-01-01 00:00 (proleptic Gregorian calendar),
// up to 9999-12-31 23:59:59.9999999, as System.DateTime of .NET. It has no zone: whether it is UTC
// or some zone's local time is said by the name of the variable (`DateTimeZone` converts).
//
// Dates that do not exist and results out of range throw ArgumentError. A trivially copyable value
// of 8 bytes; everything but text is constexpr and O(1).
class DateTime {
 public:
  static const DateTime MinValue;
  static const DateTime MaxValue;
  static const DateTime UnixEpoch;

  constexpr DateTime() = default;
  explicit constexpr DateTime(std::int64_t ticks) : ticks_(ticks) {
    if (ticks < 0 || ticks > kMaxTicks) ThrowRange();
  }
  constexpr DateTime(int year, int month, int day) : ticks_(DateTicks(year, month, day)) {}
  constexpr DateTime(int year, int month, int day, int hour, int minute, int second,
                     int millisecond = 0)
      : ticks_(DateTicks(year, month, day) + TimeTicks(hour, minute, second, millisecond)) {}

  static constexpr DateTime FromUnixSeconds(double seconds);
  // Reads a text of exactly this format (yyyy MM dd HH mm ss f..f and literals; M d H m s take one
  // or two digits). ParseExact throws ArgumentError on other text.
  static DateTime ParseExact(std::string_view text, std::string_view format);
  static std::optional<DateTime> TryParseExact(std::string_view text, std::string_view format);

  static constexpr bool IsLeapYear(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }
  // Requires: month is 1..12.
  static constexpr int DaysInMonth(int year, int month) {
    return month == 2 ? (IsLeapYear(year) ? 29 : 28) : 30 + ((month + month / 8) & 1);
  }

  constexpr std::int64_t Ticks() const { return ticks_; }
  // Year, month and day at once: cheaper than one by one.
  constexpr YearMonthDay Civil() const;
  constexpr int Year() const { return Civil().year; }
  constexpr int Month() const { return Civil().month; }
  constexpr int Day() const { return Civil().day; }
  constexpr int Hour() const { return TimeOfDay().Hours(); }
  constexpr int Minute() const { return TimeOfDay().Minutes(); }
  constexpr int Second() const { return TimeOfDay().Seconds(); }
  constexpr int Millisecond() const { return TimeOfDay().Milliseconds(); }
  // 1..366
  constexpr int DayOfYear() const {
    return static_cast<int>(DayNumber() - DateTicks(Year(), 1, 1) / TimeSpan::kTicksPerDay) + 1;
  }
  constexpr regimen::DayOfWeek DayOfWeek() const {
    return static_cast<regimen::DayOfWeek>((DayNumber() + 1) % 7);
  }
  // Whole days since 0001-01-01.
  constexpr std::int64_t DayNumber() const { return ticks_ / TimeSpan::kTicksPerDay; }
  constexpr DateTime Date() const { return Raw(ticks_ - ticks_ % TimeSpan::kTicksPerDay); }
  constexpr TimeSpan TimeOfDay() const { return TimeSpan(ticks_ % TimeSpan::kTicksPerDay); }
  constexpr double ToUnixSeconds() const;

  constexpr DateTime Add(TimeSpan span) const { return *this + span; }
  constexpr DateTime AddTicks(std::int64_t ticks) const { return *this + TimeSpan(ticks); }
  // Parts of a tick of a floating-point number are cut off.
  template <typename T>
  constexpr DateTime AddMilliseconds(T value) const {
    return AddUnits(value, TimeSpan::kTicksPerMillisecond);
  }
  template <typename T>
  constexpr DateTime AddSeconds(T value) const {
    return AddUnits(value, TimeSpan::kTicksPerSecond);
  }
  template <typename T>
  constexpr DateTime AddMinutes(T value) const {
    return AddUnits(value, TimeSpan::kTicksPerMinute);
  }
  template <typename T>
  constexpr DateTime AddHours(T value) const {
    return AddUnits(value, TimeSpan::kTicksPerHour);
  }
  template <typename T>
  constexpr DateTime AddDays(T value) const {
    return AddUnits(value, TimeSpan::kTicksPerDay);
  }
  // A day that the resulting month lacks becomes its last day.
  constexpr DateTime AddMonths(int months) const;
  constexpr DateTime AddYears(int years) const { return AddMonths(12 * years); }

  // To a multiple of `interval` since 0001-01-01; a zero interval changes nothing.
  constexpr DateTime RoundDown(TimeSpan interval) const {
    return interval == TimeSpan() ? *this : Raw(ticks_ - ticks_ % interval.Ticks());
  }
  constexpr DateTime RoundUp(TimeSpan interval) const {
    const DateTime down = RoundDown(interval);
    return down == *this ? down : down + interval;
  }

  // MM/dd/yyyy HH:mm:ss
  std::string ToString() const;
  // A custom format of .NET with invariant names: y M d H h m s f F t, quotes and backslash.
  std::string ToString(std::string_view format) const;
  // yyyy-MM-ddTHH:mm:ss[.f..f] without trailing zeros or zone.
  std::string ToIso() const;

  friend constexpr bool operator==(DateTime, DateTime) = default;
  friend constexpr std::strong_ordering operator<=>(DateTime, DateTime) = default;
  friend constexpr DateTime operator+(DateTime time, TimeSpan span) {
    std::int64_t ticks = 0;
    if (__builtin_add_overflow(time.ticks_, span.Ticks(), &ticks)) ThrowRange();
    return DateTime(ticks);
  }
  friend constexpr DateTime operator-(DateTime time, TimeSpan span) {
    std::int64_t ticks = 0;
    if (__builtin_sub_overflow(time.ticks_, span.Ticks(), &ticks)) ThrowRange();
    return DateTime(ticks);
  }
  friend constexpr TimeSpan operator-(DateTime a, DateTime b) {
    return TimeSpan(a.ticks_ - b.ticks_);
  }
  constexpr DateTime& operator+=(TimeSpan span) { return *this = *this + span; }
  constexpr DateTime& operator-=(TimeSpan span) { return *this = *this - span; }

 private:
  static constexpr std::int64_t kMaxTicks = 3'155'378'975'999'999'999;

  static constexpr DateTime Raw(std::int64_t ticks) {
    DateTime time;
    time.ticks_ = ticks;
    return time;
  }
  static constexpr std::int64_t DateTicks(int year, int month, int day);
  static constexpr std::int64_t TimeTicks(int hour, int minute, int second, int millisecond);
  template <typename T>
  constexpr DateTime AddUnits(T value, std::int64_t unit) const;
  [[noreturn]] static void ThrowRange();
  [[noreturn]] static void ThrowDate(int year, int month, int day);
  [[noreturn]] static void ThrowTime(int hour, int minute, int second, int millisecond);

  std::int64_t ticks_ = 0;
};

std::ostream& operator<<(std::ostream& out, DateTime value);

constexpr YearMonthDay DateTime::Civil() const {
  // Days are counted from 1 March of year 0, so that the leap day is the last of its year and the
  // months' lengths follow one linear formula (Hinnant, "chrono-compatible low-level date
  // algorithms").
  const auto shifted = static_cast<std::uint32_t>(DayNumber() + 306);
  const std::uint32_t era = shifted / 146'097;
  const std::uint32_t day_of_era = shifted % 146'097;
  const std::uint32_t year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::uint32_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::uint32_t month = (5 * day_of_year + 2) / 153;
  const std::uint32_t day = day_of_year - (153 * month + 2) / 5 + 1;
  return {static_cast<int>(year_of_era + era * 400 + (month >= 10 ? 1 : 0)),
          static_cast<int>(month < 10 ? month + 3 : month - 9), static_cast<int>(day)};
}

constexpr std::int64_t DateTime::DateTicks(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > DaysInMonth(year, month)) {
    ThrowDate(year, month, day);
  }
  const int from_march = month > 2 ? month - 3 : month + 9;
  const int march_year = month > 2 ? year : year - 1;
  const int days = 365 * march_year + march_year / 4 - march_year / 100 + march_year / 400 +
                   (153 * from_march + 2) / 5 + day - 1 - 306;
  return days * TimeSpan::kTicksPerDay;
}

constexpr std::int64_t DateTime::TimeTicks(int hour, int minute, int second, int millisecond) {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 ||
      millisecond < 0 || millisecond > 999) {
    ThrowTime(hour, minute, second, millisecond);
  }
  return TimeSpan(0, hour, minute, second, millisecond).Ticks();
}

constexpr DateTime DateTime::AddMonths(int months) const {
  const YearMonthDay date = Civil();
  const int month_number = date.year * 12 + date.month - 1 + months;
  const int year = month_number / 12;
  const int month = month_number % 12 + 1;
  if (month_number < 12 || year > 9999) ThrowRange();
  const int last = DaysInMonth(year, month);
  return DateTime(year, month, date.day < last ? date.day : last) + TimeOfDay();
}

template <typename T>
constexpr DateTime DateTime::AddUnits(T value, std::int64_t unit) const {
  if constexpr (std::integral<T>) {
    std::int64_t ticks = 0;
    if (__builtin_mul_overflow(value, unit, &ticks)) ThrowRange();
    return AddTicks(ticks);
  } else {
    const auto number = static_cast<double>(value);
    const std::int64_t most = kMaxTicks / unit + 1;
    const auto limit = static_cast<double>(most);
    if (!(number > -limit && number < limit)) ThrowRange();
    // Whole units apart from the rest, as .NET: the product of a large double would lose ticks.
    const auto whole = static_cast<std::int64_t>(number);
    const double rest = (number - static_cast<double>(whole)) * static_cast<double>(unit);
    return AddTicks(whole * unit + static_cast<std::int64_t>(rest));
  }
}

inline constexpr DateTime DateTime::MinValue{};
inline constexpr DateTime DateTime::MaxValue{DateTime::kMaxTicks};
inline constexpr DateTime DateTime::UnixEpoch{1970, 1, 1};

constexpr DateTime DateTime::FromUnixSeconds(double seconds) {
  return UnixEpoch.AddSeconds(seconds);
}
constexpr double DateTime::ToUnixSeconds() const { return (*this - UnixEpoch).TotalSeconds(); }

}  // namespace regimen

template <>
struct std::hash<regimen::DateTime> {
  std::size_t operator()(regimen::DateTime value) const noexcept {
    return std::hash<std::int64_t>()(value.Ticks());
  }
};
