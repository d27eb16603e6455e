#pragma once

#include <cstdint>

#include "framework/core/date_time.hpp"

namespace regimen::lean {

// How the first column of a row states the time.
enum class RowTime : std::uint8_t {
  // Milliseconds since midnight of the file's date.
  MillisecondsOfDay,
  // yyyyMMdd HH:mm
  DateAndMinute,
};

// What a row's text means; its columns are known from the kind of bar.
struct RowFormat {
  RowTime time = RowTime::MillisecondsOfDay;
  // Date of a file that counts milliseconds.
  DateTime date;
  // Decimal places the file leaves out of its prices: 4 where they are in 1/10000 dollars.
  std::uint8_t price_scale = 0;
};

}  // namespace regimen::lean
