#pragma once

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"

namespace regimen {

// A number at a UTC time: one entry of the series that statistics are computed from.
struct TimedValue {
  DateTime time;
  Decimal value;
};

}  // namespace regimen
