#pragma once

#include <optional>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/time_span.hpp"
#include "framework/results/chart_collection.hpp"

namespace regimen {

// Turns the portfolio's value at the end of each time step into the candles of "Strategy
// Equity"/"Equity" (LEAN Engine/Results/BacktestingResultHandler.cs).
//
// A run of less than 16000 minutes gets a candle every 4 minutes, a longer one about 4000 candles;
// one is due when the clock is beyond the time, so that minute bars give one in five minutes. The
// value is rounded to 4 places, 0 is passed over. Not thread-safe; a step without sample is O(1)
// and allocates nothing.
class EquitySampler {
 public:
  // The local dates of the run.
  EquitySampler(DateTime start_date, DateTime end_date);

  TimeSpan ResamplePeriod() const { return resample_period_; }

  // At the end of every time step. Returns whether a candle was due: then the strategy's own charts
  // are to be merged too.
  bool EndStep(DateTime utc_now, Decimal portfolio_value, ChartCollection& charts);
  // The same, with a candle in any case: the last two steps of a run.
  void ForceStep(DateTime utc_now, Decimal portfolio_value, ChartCollection& charts);
  // A candle between steps, for the daily sample; the next one is due when it was before.
  void Sample(DateTime utc_now, Decimal portfolio_value, ChartCollection& charts);
  // Drops the candle that has begun.
  void Discard() { bar_.reset(); }

 private:
  struct Bar {
    Decimal open;
    Decimal high;
    Decimal low;
    Decimal close;
  };

  void Update(Decimal portfolio_value);
  void AddCandle(DateTime utc_now, ChartCollection& charts);

  TimeSpan resample_period_;
  DateTime next_sample_;
  std::optional<Bar> bar_;
  Decimal last_value_;
};

}  // namespace regimen
