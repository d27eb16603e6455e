#pragma once

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/market/bar.hpp"

namespace regimen {

// The prices of one period that a fill model works with (LEAN's Prices). Times are exchange-local.
// An open, high, low or close of 0 is not known and stands at the current price.
struct Prices {
  Prices() = default;
  // One price, as a tick has.
  Prices(DateTime time, DateTime end_time, Decimal current)
      : Prices(time, end_time, current, Bar()) {}
  // The bar's close is the current price.
  Prices(DateTime time, DateTime end_time, const Bar& bar)
      : Prices(time, end_time, bar.Close(), bar) {}
  Prices(DateTime time, DateTime end_time, Decimal current, const Bar& bar)
      : Time(time),
        EndTime(end_time),
        Current(current),
        Open(Or(bar.Open(), current)),
        High(Or(bar.High(), current)),
        Low(Or(bar.Low(), current)),
        Close(Or(bar.Close(), current)) {}

  DateTime Time;
  DateTime EndTime;
  Decimal Current;
  Decimal Open;
  Decimal High;
  Decimal Low;
  Decimal Close;

 private:
  static Decimal Or(Decimal price, Decimal current) { return price.IsZero() ? current : price; }
};

}  // namespace regimen
