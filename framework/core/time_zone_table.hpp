// The offset changes of one time zone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regimen {

// From starts[i] (UTC ticks) up to starts[i + 1], local time is UTC + offsets[i] (ticks). starts[0]
// is 0, the offsets of neighbours differ, and all vectors have the same length.
struct TimeZoneTable {
  std::string id;
  std::vector<std::int64_t> starts;
  std::vector<std::int64_t> offsets;
  std::vector<std::int64_t> local_starts;  // starts[i] + offsets[i]

  // Appends a change; one at or before the last start replaces it, one without effect is left out.
  void Append(std::int64_t start, std::int64_t offset);
};

// Reads a zone of the tz database on this machine: the folder named by TZDIR, else
// /usr/share/zoneinfo. Changes that follow a yearly rule are listed up to the year 2100. Throws
// ConfigError for an unknown id, DataError for a file that is not of the form TZif (RFC 8536).
TimeZoneTable ReadTimeZoneTable(std::string_view id);

// Reads UTC, UTC-05 or UTC+05:30; returns a table without intervals if `id` is of another form.
TimeZoneTable FixedTimeZoneTable(std::string_view id);

}  // namespace regimen
