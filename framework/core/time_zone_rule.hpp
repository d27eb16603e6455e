// The yearly rule by which a zone's clocks change, as the tz database writes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace regimen {

// A POSIX TZ text: EST5EDT,M3.2.0,M11.1.0 or <-03>3. Offsets are seconds east of UTC.
struct TimeZoneRule {
  // A day of the year and the local time of the change.
  struct Change {
    char kind =
        'M';  // M: weekday of a week of a month, J: day 1..365 without 29 February, N: day 0..365
    int month = 0;
    int week = 0;  // 5: the last
    int day = 0;   // M: 0 is Sunday
    std::int64_t seconds = 7'200;
  };

  std::int64_t standard_offset = 0;
  std::int64_t daylight_offset = 0;
  bool has_daylight = false;
  Change to_daylight;
  Change to_standard;

  // Returns nullopt if the text does not follow the grammar.
  static std::optional<TimeZoneRule> Parse(std::string_view text);

  // The instants of the year's changes, in seconds since 1970-01-01 UTC.
  std::int64_t ToDaylight(int year) const;
  std::int64_t ToStandard(int year) const;
};

}  // namespace regimen
