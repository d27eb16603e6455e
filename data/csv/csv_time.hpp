#pragma once

#include <optional>
#include <string_view>

#include "framework/core/date_time.hpp"

namespace regimen::csv {

// A date, with or without time of day, as people's csv files write it.
struct CsvTime {
  DateTime time;
  // The text says a zone or an offset from UTC, which `time` does not take into account.
  bool has_zone = false;
};

// Reads `yyyy-MM-dd` or `yyyyMMdd`, then nothing or a space or `T` and `HH:mm[:ss[.fffffff]]`, then
// nothing or `Z`, `+HH:mm` or `-HH:mm`. nullopt for any other text and for dates that do not exist.
std::optional<CsvTime> ParseCsvTime(std::string_view text);

}  // namespace regimen::csv
