// A length of time.
#pragma once

#include <chrono>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <limits>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

namespace regimen {

// A signed length of time in ticks of 100 ns, as System.TimeSpan of .NET.
//
// Results out of range (about 29,227 years) throw OverflowError. A trivially copyable value of 8
// bytes; everything but text is constexpr and O(1).
class TimeSpan {
 public:
  static constexpr std::int64_t kTicksPerMillisecond = 10'000;
  static constexpr std::int64_t kTicksPerSecond = 1'000 * kTicksPerMillisecond;
  static constexpr std::int64_t kTicksPerMinute = 60 * kTicksPerSecond;
  static constexpr std::int64_t kTicksPerHour = 60 * kTicksPerMinute;
  static constexpr std::int64_t kTicksPerDay = 24 * kTicksPerHour;

  static const TimeSpan Zero;
  static const TimeSpan MinValue;
  static const TimeSpan MaxValue;

  constexpr TimeSpan() = default;
  explicit constexpr TimeSpan(std::int64_t ticks) : ticks_(ticks) {}
  constexpr TimeSpan(int hours, int minutes, int seconds)
      : TimeSpan(0, hours, minutes, seconds, 0) {}
  constexpr TimeSpan(int days, int hours, int minutes, int seconds, int milliseconds = 0)
      : ticks_(days * kTicksPerDay + hours * kTicksPerHour + minutes * kTicksPerMinute +
               seconds * kTicksPerSecond + milliseconds * kTicksPerMillisecond) {}
  // Parts of a tick are cut off.
  template <typename Rep, typename Period>
  // NOLINTNEXTLINE(google-explicit-constructor): durations pass as time spans.
  constexpr TimeSpan(std::chrono::duration<Rep, Period> duration)
      : ticks_(std::chrono::duration_cast<TickDuration>(duration).count()) {}

  static constexpr TimeSpan FromTicks(std::int64_t ticks) { return TimeSpan(ticks); }
  // Whole numbers are exact; parts of a tick of a floating-point number are cut off.
  template <typename T>
  static constexpr TimeSpan FromDays(T value) {
    return FromUnits(value, kTicksPerDay);
  }
  template <typename T>
  static constexpr TimeSpan FromHours(T value) {
    return FromUnits(value, kTicksPerHour);
  }
  template <typename T>
  static constexpr TimeSpan FromMinutes(T value) {
    return FromUnits(value, kTicksPerMinute);
  }
  template <typename T>
  static constexpr TimeSpan FromSeconds(T value) {
    return FromUnits(value, kTicksPerSecond);
  }
  template <typename T>
  static constexpr TimeSpan FromMilliseconds(T value) {
    return FromUnits(value, kTicksPerMillisecond);
  }

  // Reads [-]d, [-][d.]hh:mm[:ss[.fffffff]], [-]d:hh:mm:ss[.fffffff]. On anything else Parse throws
  // ArgumentError, TryParse returns nullopt.
  static TimeSpan Parse(std::string_view text);
  static std::optional<TimeSpan> TryParse(std::string_view text);

  constexpr std::int64_t Ticks() const { return ticks_; }

  constexpr double TotalDays() const { return Total(kTicksPerDay); }
  constexpr double TotalHours() const { return Total(kTicksPerHour); }
  constexpr double TotalMinutes() const { return Total(kTicksPerMinute); }
  constexpr double TotalSeconds() const { return Total(kTicksPerSecond); }
  constexpr double TotalMilliseconds() const { return Total(kTicksPerMillisecond); }

  // The parts of the text form; all have the sign of the whole.
  constexpr int Days() const { return static_cast<int>(ticks_ / kTicksPerDay); }
  constexpr int Hours() const { return Part(kTicksPerHour, 24); }
  constexpr int Minutes() const { return Part(kTicksPerMinute, 60); }
  constexpr int Seconds() const { return Part(kTicksPerSecond, 60); }
  constexpr int Milliseconds() const { return Part(kTicksPerMillisecond, 1000); }

  // The absolute value.
  constexpr TimeSpan Duration() const { return ticks_ < 0 ? -*this : *this; }

  // [-][d.]hh:mm:ss[.fffffff]
  std::string ToString() const;

  friend constexpr bool operator==(TimeSpan, TimeSpan) = default;
  friend constexpr std::strong_ordering operator<=>(TimeSpan, TimeSpan) = default;

  friend constexpr TimeSpan operator-(TimeSpan value) { return TimeSpan() - value; }
  friend constexpr TimeSpan operator+(TimeSpan a, TimeSpan b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.ticks_, b.ticks_, &sum)) ThrowOverflow();
    return TimeSpan(sum);
  }
  friend constexpr TimeSpan operator-(TimeSpan a, TimeSpan b) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(a.ticks_, b.ticks_, &difference)) ThrowOverflow();
    return TimeSpan(difference);
  }
  constexpr TimeSpan& operator+=(TimeSpan other) { return *this = *this + other; }
  constexpr TimeSpan& operator-=(TimeSpan other) { return *this = *this - other; }

  // Products with a floating-point number and quotients are rounded half to even, to a tick.
  template <typename T>
  requires std::integral<T> || std::floating_point<T>
  friend constexpr TimeSpan operator*(TimeSpan span, T factor) {
    if constexpr (std::integral<T>) return FromUnits(factor, span.ticks_);
    return Rounded(static_cast<double>(span.ticks_) * static_cast<double>(factor));
  }
  template <typename T>
  requires std::integral<T> || std::floating_point<T>
  friend constexpr TimeSpan operator*(T factor, TimeSpan span) { return span * factor; }
  template <typename T>
  requires std::integral<T> || std::floating_point<T>
  friend constexpr TimeSpan operator/(TimeSpan span, T divisor) {
    return Rounded(static_cast<double>(span.ticks_) / static_cast<double>(divisor));
  }
  friend constexpr double operator/(TimeSpan a, TimeSpan b) {
    return static_cast<double>(a.ticks_) / static_cast<double>(b.ticks_);
  }

 private:
  using TickDuration = std::chrono::duration<std::int64_t, std::ratio<1, 10'000'000>>;

  template <typename T>
  static constexpr TimeSpan FromUnits(T value, std::int64_t unit) {
    if constexpr (std::integral<T>) {
      std::int64_t ticks = 0;
      if (__builtin_mul_overflow(value, unit, &ticks)) ThrowOverflow();
      return TimeSpan(ticks);
    } else {
      return FromDouble(static_cast<double>(value) * static_cast<double>(unit));
    }
  }
  static constexpr TimeSpan FromDouble(double ticks) {
    constexpr double kLimit = 9223372036854775808.0;
    if (!(ticks >= -kLimit && ticks <= kLimit)) ThrowOverflow();
    // As in .NET: a product that rounds up to 2^63 is MaxValue.
    if (ticks == kLimit) return TimeSpan(std::numeric_limits<std::int64_t>::max());
    return TimeSpan(static_cast<std::int64_t>(ticks));
  }
  static constexpr TimeSpan Rounded(double ticks) {
    constexpr double kAllWhole = 4503599627370496.0;
    if (!(ticks > -kAllWhole && ticks < kAllWhole)) return FromDouble(ticks);
    const auto whole = static_cast<std::int64_t>(ticks);
    const double rest = ticks - static_cast<double>(whole);
    const bool away =
        rest > 0.5 || rest < -0.5 || ((rest == 0.5 || rest == -0.5) && whole % 2 != 0);
    return TimeSpan(away ? whole + (ticks < 0 ? -1 : 1) : whole);
  }
  constexpr double Total(std::int64_t unit) const {
    return static_cast<double>(ticks_) / static_cast<double>(unit);
  }
  constexpr int Part(std::int64_t unit, std::int64_t modulus) const {
    return static_cast<int>(ticks_ / unit % modulus);
  }
  [[noreturn]] static void ThrowOverflow();

  std::int64_t ticks_ = 0;
};

inline constexpr TimeSpan TimeSpan::Zero{std::int64_t{0}};
inline constexpr TimeSpan TimeSpan::MinValue{std::numeric_limits<std::int64_t>::min()};
inline constexpr TimeSpan TimeSpan::MaxValue{std::numeric_limits<std::int64_t>::max()};

std::ostream& operator<<(std::ostream& out, TimeSpan value);

}  // namespace regimen

template <>
struct std::hash<regimen::TimeSpan> {
  std::size_t operator()(regimen::TimeSpan value) const noexcept {
    return std::hash<std::int64_t>()(value.Ticks());
  }
};
