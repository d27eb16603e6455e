#include "framework/core/date_time.hpp"

#include <ostream>

#include "framework/core/date_time_format.hpp"
#include "framework/core/error.hpp"

namespace regimen {

DateTime DateTime::ParseExact(std::string_view text, std::string_view format) {
  if (const auto time = TryParseExact(text, format)) return *time;
  throw ArgumentError("'" + std::string(text) + "' is not a date and time of the form " +
                      std::string(format));
}

std::optional<DateTime> DateTime::TryParseExact(std::string_view text, std::string_view format) {
  return ParseDateTime(text, format);
}

std::string DateTime::ToString() const { return ToString("MM/dd/yyyy HH:mm:ss"); }

std::string DateTime::ToString(std::string_view format) const {
  return FormatDateTime(*this, format);
}

std::string DateTime::ToIso() const { return ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF"); }

void DateTime::ThrowRange() {
  throw ArgumentError("a date is out of range: it must be from 0001-01-01 to 9999-12-31");
}

void DateTime::ThrowDate(int year, int month, int day) {
  throw ArgumentError("there is no date " + std::to_string(year) + "-" + std::to_string(month) +
                      "-" + std::to_string(day) +
                      ": expected a year from 1 to 9999 and a day that its month has");
}

void DateTime::ThrowTime(int hour, int minute, int second, int millisecond) {
  throw ArgumentError("there is no time of day " + std::to_string(hour) + ":" +
                      std::to_string(minute) + ":" + std::to_string(second) + "." +
                      std::to_string(millisecond) +
                      ": expected 0-23 hours, 0-59 minutes and seconds, 0-999 milliseconds");
}

std::ostream& operator<<(std::ostream& out, DateTime value) {
  return out << value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF");
}

}  // namespace regimen
