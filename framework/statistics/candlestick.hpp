#pragma once

#include <cstdint>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/rounding.hpp"

namespace regimen {

// A point of a candlestick series: open, high, low and close up to a UTC time. The values are kept
// through SmartRounding, as LEAN's charts do.
class Candlestick {
 public:
  Candlestick(DateTime utc_time, Decimal open, Decimal high, Decimal low, Decimal close)
      : time_(utc_time),
        open_(SmartRounding(open)),
        high_(SmartRounding(high)),
        low_(SmartRounding(low)),
        close_(SmartRounding(close)) {}

  DateTime Time() const { return time_; }
  Decimal Open() const { return open_; }
  Decimal High() const { return high_; }
  Decimal Low() const { return low_; }
  Decimal Close() const { return close_; }
  // Whole seconds since 1970; parts of a second are cut off.
  std::int64_t X() const;

 private:
  DateTime time_;
  Decimal open_;
  Decimal high_;
  Decimal low_;
  Decimal close_;
};

}  // namespace regimen
