// Day of the week, numbered as in .NET.
#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

enum class DayOfWeek : std::uint8_t {
  Sunday,
  Monday,
  Tuesday,
  Wednesday,
  Thursday,
  Friday,
  Saturday
};

// Returns the enumerator's name as LEAN writes it.
std::string_view ToText(DayOfWeek value);

}  // namespace regimen
