#include "framework/statistics/statistics_builder.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "framework/core/error.hpp"
#include "framework/statistics/summary_builder.hpp"
#include "framework/statistics/timed_value.hpp"

namespace regimen {
namespace {

constexpr std::array kWindowMonths{1, 3, 6, 12};
// Day 0, whose return is always 0, and the first trading day.
constexpr std::size_t kDaysLeftOut = 2;

struct DateRange {
  DateTime first;
  DateTime last;
};

// In time order, the last of several values at one time.
void Order(std::vector<TimedValue>& values) {
  const auto later = [](const TimedValue& a, const TimedValue& b) { return a.time < b.time; };
  if (std::adjacent_find(values.begin(), values.end(), [&](const auto& a, const auto& b) {
        return !later(a, b);
      }) == values.end()) {
    return;
  }
  std::stable_sort(values.begin(), values.end(), later);
  std::vector<TimedValue> unique;
  for (const TimedValue& value : values) {
    if (!unique.empty() && unique.back().time == value.time) unique.pop_back();
    unique.push_back(value);
  }
  values = std::move(unique);
}

std::vector<TimedValue> ValuesOf(std::span<const ChartPoint> points) {
  std::vector<TimedValue> values;
  values.reserve(points.size());
  for (const ChartPoint& point : points) {
    const auto y = point.Y();
    if (!y.has_value()) {
      throw ArgumentError("A point of performance, benchmark or turnover at " +
                          point.Time().ToIso() + " has no value: expected one for each day.");
    }
    values.push_back({point.Time(), *y});
  }
  Order(values);
  return values;
}

std::vector<TimedValue> ClosesOf(std::span<const Candlestick> candles) {
  std::vector<TimedValue> values;
  values.reserve(candles.size());
  for (const Candlestick& candle : candles) values.push_back({candle.Time(), candle.Close()});
  Order(values);
  return values;
}

// The part of a series in time order that lies in [first, last + 1 day).
template <typename Record, typename TimeOf>
std::span<const Record> Within(const std::vector<Record>& records, const DateRange& range,
                               TimeOf time_of) {
  const auto before = [&](const Record& record, DateTime time) { return time_of(record) < time; };
  const auto first = std::lower_bound(records.begin(), records.end(), range.first, before);
  const auto end = std::lower_bound(first, records.end(), range.last.AddDays(1), before);
  return {first, end};
}

std::span<const TimedValue> Within(const std::vector<TimedValue>& values, const DateRange& range) {
  return Within(values, range, [](const TimedValue& value) { return value.time; });
}

// Beside each performance in percent its fraction.
std::vector<double> Returns(const std::vector<TimedValue>& performance) {
  std::vector<double> returns;
  returns.reserve(performance.size());
  for (const TimedValue& each : performance) returns.push_back((each.value / 100).ToDouble());
  return returns;
}

// Beside each benchmark price its change from the one before it.
std::vector<double> Changes(const std::vector<TimedValue>& benchmark) {
  std::vector<double> changes(benchmark.size());
  for (std::size_t i = 1; i < benchmark.size(); ++i) {
    const Decimal previous = benchmark[i - 1].value;
    if (!previous.IsZero()) {
      changes[i] = ((benchmark[i].value - previous) / previous).ToDouble();
    }
  }
  return changes;
}

// The part of `beside` that belongs to `part` of `whole`.
template <typename Value>
std::span<const Value> Beside(const std::vector<Value>& beside, std::span<const TimedValue> part,
                              const std::vector<TimedValue>& whole) {
  if (part.empty()) return {};
  return std::span(beside).subspan(static_cast<std::size_t>(part.data() - whole.data()),
                                   part.size());
}

std::span<const double> WithoutFirstDays(std::span<const double> daily) {
  return daily.subspan(std::min(daily.size(), kDaysLeftOut));
}

// The windows of `months` months that end with each month of the run, and with its last day; the
// first window ends with the first month whatever the number of months.
std::vector<DateRange> Windows(int months, const DateRange& run) {
  std::vector<DateTime> ends;
  for (DateTime end = run.last; ends.empty() || end >= run.first;) {
    ends.push_back(end);
    end = DateTime(end.Year(), end.Month(), 1).AddDays(-1);
  }
  std::reverse(ends.begin(), ends.end());
  std::vector<DateRange> windows{{run.first, ends.front()}};
  for (std::size_t i = 1; i < ends.size(); ++i) {
    const DateTime start = windows.back().last.AddDays(1).AddMonths(1 - months);
    windows.push_back({std::max(start, run.first), ends[i]});
  }
  return windows;
}

// The series of a run in time order, and the figures of any part of it.
class Run {
 public:
  explicit Run(const StatisticsInput& input)
      : input_(input),
        equity_(ClosesOf(input.equity)),
        performance_(ValuesOf(input.performance)),
        benchmark_(ValuesOf(input.benchmark)),
        returns_(Returns(performance_)),
        changes_(Changes(benchmark_)),
        turnover_(ValuesOf(input.turnover)),
        ledger_(input.ledger.begin(), input.ledger.end()) {
    std::stable_sort(ledger_.begin(), ledger_.end(),
                     [](const auto& a, const auto& b) { return a.utc_time < b.utc_time; });
    rates_.reserve(equity_.size());
    for (const TimedValue& point : equity_) {
      rates_.push_back(input.risk_free_rate == nullptr
                           ? Decimal()
                           : input.risk_free_rate->GetInterestRate(point.time));
    }
  }

  bool IsEmpty() const { return equity_.empty(); }
  DateRange Dates() const { return {equity_.front().time.Date(), equity_.back().time.Date()}; }

  AlgorithmPerformance Performance(const DateRange& range) const {
    const PerformancePeriod period = Period(range);
    if (period.equity.empty()) return {};
    return {TradeStatistics(TradesWithin(range)), PortfolioStatistics(period)};
  }

  std::vector<const Trade*> TradesWithin(const DateRange& range) const {
    std::vector<const Trade*> trades;
    for (const Trade& trade : input_.trades) {
      if (trade.ExitTime() >= range.first && trade.ExitTime() < range.last.AddDays(1)) {
        trades.push_back(&trade);
      }
    }
    return trades;
  }

 private:
  PerformancePeriod Period(const DateRange& range) const {
    PerformancePeriod period;
    period.equity = Within(equity_, range);
    if (period.equity.empty()) return period;
    period.risk_free_rates = Beside(rates_, period.equity, equity_);
    period.turnover = Within(turnover_, range);
    period.ledger =
        Within(ledger_, range, [](const ProfitLossRecord& record) { return record.utc_time; });

    const auto performance = Within(performance_, range);
    const auto benchmark = Within(benchmark_, range);
    if (performance.size() != benchmark.size()) {
      throw ArgumentError("No statistics: performance has " + std::to_string(performance.size()) +
                          " points and benchmark " + std::to_string(benchmark.size()) + " from " +
                          range.first.ToIso() + " to " + range.last.ToIso() +
                          "; expected both to be sampled on the same days.");
    }
    period.returns = WithoutFirstDays(Beside(returns_, performance, performance_));
    period.benchmark = WithoutFirstDays(Beside(changes_, benchmark, benchmark_));
    period.starting_capital = period.equity.size() == equity_.size() ? input_.starting_capital
                                                                     : period.equity.front().value;
    period.trading_days_per_year = input_.trading_days_per_year;
    return period;
  }

  const StatisticsInput& input_;
  std::vector<TimedValue> equity_;
  std::vector<Decimal> rates_;
  std::vector<TimedValue> performance_;
  std::vector<TimedValue> benchmark_;
  std::vector<double> returns_;
  std::vector<double> changes_;
  std::vector<TimedValue> turnover_;
  std::vector<ProfitLossRecord> ledger_;
};

}  // namespace

StatisticsResults GenerateStatistics(const StatisticsInput& input) {
  const Run run(input);
  if (run.IsEmpty()) return {};
  AlgorithmPerformance total = run.Performance(run.Dates());
  std::vector<Trade> trades;
  for (const Trade* trade : run.TradesWithin(run.Dates())) trades.push_back(*trade);
  total.SetClosedTrades(std::move(trades));

  std::vector<StatisticsResults::RollingPerformance> rolling;
  for (const int months : kWindowMonths) {
    for (const DateRange& window : Windows(months, run.Dates())) {
      rolling.emplace_back("M" + std::to_string(months) + "_" + window.last.ToString("yyyyMMdd"),
                           run.Performance(window));
    }
  }
  SummaryStatistics summary = SummarizeStatistics(total.PortfolioStatistics(), input);
  return {std::move(total), std::move(rolling), std::move(summary)};
}

}  // namespace regimen
