#pragma once

#include <cstdint>
#include <optional>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/rounding.hpp"

namespace regimen {

// A point of a line, bar or area series: a UTC time and a value, or no value where a line is
// interrupted. The value is kept through SmartRounding, as LEAN's charts do, and whatever is
// computed from charts sees that rounded value.
class ChartPoint {
 public:
  ChartPoint(DateTime utc_time, Decimal value) : time_(utc_time), value_(SmartRounding(value)) {}
  // An interruption.
  explicit ChartPoint(DateTime utc_time) : time_(utc_time) {}

  DateTime Time() const { return time_; }
  std::optional<Decimal> Y() const { return value_; }
  // Seconds since 1970, to the nearest, a half to the even one.
  std::int64_t X() const;

 private:
  DateTime time_;
  std::optional<Decimal> value_;
};

}  // namespace regimen
