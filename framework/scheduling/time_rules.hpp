#pragma once

#include <string_view>

#include "framework/core/symbol.hpp"
#include "framework/core/time_span.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/scheduling/schedule_context.hpp"
#include "framework/scheduling/time_rule.hpp"

namespace regimen {

// The time rules of LEAN, under its names. Times without a zone are the algorithm's; a local time
// that the clocks skip is the first one after, one that they repeat is its second occurrence.
class TimeRules {
 public:
  explicit TimeRules(const ScheduleContext& context) : context_(context) {}

  // The algorithm's clock when the schedule is evaluated.
  TimeRule Now() const;
  TimeRule Midnight() const;
  // 12 hours after midnight, thus at 11:00 or 13:00 on days on which the clocks change.
  TimeRule Noon() const;

  TimeRule At(TimeSpan time_of_day) const { return At(time_of_day, context_.TimeZone()); }
  TimeRule At(TimeSpan time_of_day, DateTimeZone zone) const;
  TimeRule At(int hour, int minute, int second = 0) const {
    return At(TimeSpan(hour, minute, second));
  }
  TimeRule At(int hour, int minute, DateTimeZone zone) const {
    return At(TimeSpan(hour, minute, 0), zone);
  }
  TimeRule At(int hour, int minute, int second, DateTimeZone zone) const {
    return At(TimeSpan(hour, minute, second), zone);
  }
  // 00:00, 00:00 + interval, ... up to before 24:00. Throws ArgumentError unless interval > 0.
  TimeRule Every(TimeSpan interval) const;

  // Minutes after the first open or before the last close of each date on which the exchange is
  // open. Without a symbol, the earliest open and latest close of all exchanges of the algorithm
  // (ScheduleContext::DefaultExchangeHours). A market that never closes has no open: evaluating
  // AfterMarketOpen and BeforeMarketOpen throws InvalidOperationError; its close is 24:00.
  TimeRule AfterMarketOpen(double minutes_after_open = 0, bool extended_market_open = false) const;
  TimeRule AfterMarketOpen(const Symbol& symbol, double minutes_after_open = 0,
                           bool extended_market_open = false) const;
  TimeRule AfterMarketOpen(std::string_view ticker, double minutes_after_open = 0,
                           bool extended_market_open = false) const {
    return AfterMarketOpen(context_.SymbolOf(ticker), minutes_after_open, extended_market_open);
  }
  TimeRule BeforeMarketOpen(double minutes_before_open = 0,
                            bool extended_market_open = false) const {
    return AfterMarketOpen(-minutes_before_open, extended_market_open);
  }
  TimeRule BeforeMarketOpen(const Symbol& symbol, double minutes_before_open = 0,
                            bool extended_market_open = false) const {
    return AfterMarketOpen(symbol, -minutes_before_open, extended_market_open);
  }
  TimeRule BeforeMarketOpen(std::string_view ticker, double minutes_before_open = 0,
                            bool extended_market_open = false) const {
    return AfterMarketOpen(ticker, -minutes_before_open, extended_market_open);
  }
  TimeRule BeforeMarketClose(double minutes_before_close = 0,
                             bool extended_market_close = false) const;
  TimeRule BeforeMarketClose(const Symbol& symbol, double minutes_before_close = 0,
                             bool extended_market_close = false) const;
  TimeRule BeforeMarketClose(std::string_view ticker, double minutes_before_close = 0,
                             bool extended_market_close = false) const {
    return BeforeMarketClose(context_.SymbolOf(ticker), minutes_before_close,
                             extended_market_close);
  }
  TimeRule AfterMarketClose(double minutes_after_close = 0,
                            bool extended_market_close = false) const {
    return BeforeMarketClose(-minutes_after_close, extended_market_close);
  }
  TimeRule AfterMarketClose(const Symbol& symbol, double minutes_after_close = 0,
                            bool extended_market_close = false) const {
    return BeforeMarketClose(symbol, -minutes_after_close, extended_market_close);
  }
  TimeRule AfterMarketClose(std::string_view ticker, double minutes_after_close = 0,
                            bool extended_market_close = false) const {
    return BeforeMarketClose(ticker, -minutes_after_close, extended_market_close);
  }

 private:
  const ScheduleContext& context_;
};

}  // namespace regimen
