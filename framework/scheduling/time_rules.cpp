#include "framework/scheduling/time_rules.hpp"

#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "framework/core/decimal.hpp"
#include "framework/core/error.hpp"
#include "framework/core/math.hpp"

namespace regimen {
namespace {

constexpr TimeSpan kDay = TimeSpan::FromDays(1);

// "0.##" of .NET.
std::string UpToTwoPlaces(double value) {
  return Math::Round(Decimal(value), 2, MidpointRounding::AwayFromZero).Normalize().ToString();
}

// "30 min after MarketOpen"
std::string MarketName(double minutes, std::string_view positive, std::string_view otherwise,
                       bool extended_market_hours, std::string_view event) {
  std::string name = UpToTwoPlaces(std::abs(minutes)) + " min ";
  name += minutes > 0 ? positive : otherwise;
  name += extended_market_hours ? " Extended" : " ";
  name += event;
  return name;
}

std::string OpenName(double minutes, bool extended) {
  return MarketName(minutes, "after", "before", extended, "MarketOpen");
}
std::string CloseName(double minutes, bool extended) {
  return MarketName(minutes, "before", "after", extended, "MarketClose");
}

// The instant `after` the first open of that date, if the exchange is open then.
std::optional<DateTime> AfterOpen(const SecurityExchangeHours& hours, DateTime date, TimeSpan after,
                                  bool extended) {
  if (!hours.IsDateOpen(date, extended)) return std::nullopt;
  const DateTime open = hours.GetFirstDailyMarketOpen((date + kDay).AddTicks(-1), extended);
  if (open.Date() != date) return std::nullopt;
  return hours.TimeZone().ToUtc(open + after);
}

// The instant `before` the last close of that date, if the exchange is open then.
std::optional<DateTime> BeforeClose(const SecurityExchangeHours& hours, DateTime date,
                                    TimeSpan before, bool extended) {
  if (!hours.IsDateOpen(date, extended)) return std::nullopt;
  return hours.TimeZone().ToUtc(hours.GetLastDailyMarketClose(date, extended) - before);
}

// A rule over all exchanges of the algorithm. The exchanges are those of the algorithm when the
// first date is asked for, and `better` picks one of their times for each date.
template <typename TimeOf, typename Better>
TimeRule OverExchanges(std::string name, const ScheduleContext& context, TimeOf time_of,
                       Better better) {
  using Exchanges = std::optional<std::vector<const SecurityExchangeHours*>>;
  const auto times = [&context, time_of, better, exchanges = Exchanges()](
                         DateTime date, std::vector<DateTime>& utc_times) mutable {
    if (!exchanges) exchanges = context.DefaultExchangeHours();
    std::optional<DateTime> best;
    for (const SecurityExchangeHours* const hours : *exchanges) {
      const std::optional<DateTime> time = time_of(*hours, date);
      if (time && (!best || better(*time, *best))) best = time;
    }
    if (best) utc_times.push_back(*best);
  };
  // Each enumeration copies `times` and with it an empty list.
  return TimeRule::PerDate(std::move(name), times);
}

template <typename TimeOf>
TimeRule OfExchange(std::string name, TimeOf time_of) {
  return TimeRule::PerDate(std::move(name), [time_of](DateTime date, std::vector<DateTime>& out) {
    if (const std::optional<DateTime> time = time_of(date)) out.push_back(*time);
  });
}

}  // namespace

TimeRule TimeRules::Now() const {
  return TimeRule::PerDate("Now", [&context = context_](DateTime, auto& utc_times) {
    utc_times.push_back(context.UtcNow());
  });
}

TimeRule TimeRules::Midnight() const {
  return TimeRule::PerDate("Midnight", [&context = context_](DateTime date, auto& utc_times) {
    utc_times.push_back(context.TimeZone().ToUtc(date));
  });
}

TimeRule TimeRules::Noon() const {
  return TimeRule::PerDate("Noon", [&context = context_](DateTime date, auto& utc_times) {
    utc_times.push_back(context.TimeZone().ToUtc(date).AddHours(12));
  });
}

TimeRule TimeRules::At(TimeSpan time_of_day, DateTimeZone zone) const {
  return TimeRule::PerDate(UpToTwoPlaces(time_of_day.TotalHours()),
                           [time_of_day, zone](DateTime date, std::vector<DateTime>& utc_times) {
                             utc_times.push_back(zone.ToUtc(date + time_of_day));
                           });
}

TimeRule TimeRules::Every(TimeSpan interval) const {
  if (interval <= TimeSpan()) {
    throw ArgumentError("TimeRules.Every: the interval is " + interval.ToString() +
                        ", expected more than zero");
  }
  return TimeRule("Every " + UpToTwoPlaces(interval.TotalMinutes()) + " min",
                  [&context = context_, interval](TimeSequence dates) {
                    const DateTimeZone zone = context.TimeZone();
                    return ForEachDate(std::move(dates),
                                       [interval, zone](DateTime date, auto& out) {
                                         for (TimeSpan time; time < kDay; time += interval) {
                                           out.push_back(zone.ToUtc(date + time));
                                         }
                                       });
                  });
}

TimeRule TimeRules::AfterMarketOpen(double minutes_after_open, bool extended_market_open) const {
  const TimeSpan after = TimeSpan::FromMinutes(minutes_after_open);
  return OverExchanges(
      OpenName(minutes_after_open, extended_market_open), context_,
      [=](const SecurityExchangeHours& hours, DateTime date) {
        return AfterOpen(hours, date, after, extended_market_open);
      },
      std::less<>());
}

TimeRule TimeRules::AfterMarketOpen(const Symbol& symbol, double minutes_after_open,
                                    bool extended_market_open) const {
  const SecurityExchangeHours& hours = context_.ExchangeHours(symbol);
  const TimeSpan after = TimeSpan::FromMinutes(minutes_after_open);
  return OfExchange(symbol.Value() + ": " + OpenName(minutes_after_open, extended_market_open),
                    [&hours, after, extended_market_open](DateTime date) {
                      return AfterOpen(hours, date, after, extended_market_open);
                    });
}

TimeRule TimeRules::BeforeMarketClose(double minutes_before_close,
                                      bool extended_market_close) const {
  const TimeSpan before = TimeSpan::FromMinutes(minutes_before_close);
  return OverExchanges(
      CloseName(minutes_before_close, extended_market_close), context_,
      [=](const SecurityExchangeHours& hours, DateTime date) {
        return BeforeClose(hours, date, before, extended_market_close);
      },
      std::greater<>());
}

TimeRule TimeRules::BeforeMarketClose(const Symbol& symbol, double minutes_before_close,
                                      bool extended_market_close) const {
  const SecurityExchangeHours& hours = context_.ExchangeHours(symbol);
  const TimeSpan before = TimeSpan::FromMinutes(minutes_before_close);
  return OfExchange(symbol.Value() + ": " + CloseName(minutes_before_close, extended_market_close),
                    [&hours, before, extended_market_close](DateTime date) {
                      return BeforeClose(hours, date, before, extended_market_close);
                    });
}

}  // namespace regimen
