#include "framework/results/candlestick_sampler.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "framework/core/math.hpp"

namespace regimen {
namespace {

struct Values {
  Decimal open;
  Decimal high;
  Decimal low;
  Decimal close;
};

Values Cut(const Values& values) {
  return {Math::Truncate(values.open), Math::Truncate(values.high), Math::Truncate(values.low),
          Math::Truncate(values.close)};
}

Values ValuesOf(const Candlestick& candle) {
  return {candle.Open(), candle.High(), candle.Low(), candle.Close()};
}

Candlestick ToCandle(DateTime time, const Values& values) {
  return {time, values.open, values.high, values.low, values.close};
}

Values Merged(std::span<const Candlestick> candles) {
  Values merged = ValuesOf(candles.front());
  for (const Candlestick& candle : candles) {
    merged.high = Math::Max(merged.high, candle.High());
    merged.low = Math::Min(merged.low, candle.Low());
  }
  merged.close = candles.back().Close();
  return Cut(merged);
}

// On the line from the first candle's open, at the time it began, to the last candle's close.
Decimal Interpolated(DateTime begin, const Candlestick& first, const Candlestick& last,
                     DateTime time) {
  const Decimal x0 = begin.ToUnixSeconds();
  const Decimal x1 = last.X();
  const Decimal x = time.ToUnixSeconds();
  return SmartRounding((last.Close() - first.Open()) * (x - x0) / (x1 - x0) + first.Open());
}

// Makes the candles of all steps that end within `candles`, which began at `begin`.
DateTime AddSteps(std::span<const Candlestick> candles, DateTime begin, DateTime next,
                  TimeSpan step, std::vector<Candlestick>& sampled) {
  const Candlestick& last = candles.back();
  const Values merged = Merged(candles);
  std::optional<Decimal> previous_close;
  for (; next <= last.Time(); next += step) {
    Values values = ValuesOf(last);
    if (begin != last.Time()) {
      values = merged;
      values.close = Interpolated(begin, candles.front(), last, next);
    }
    if (previous_close.has_value()) values.open = *previous_close;
    previous_close = values.close;
    if (candles.size() == 1) {
      values.high = Math::Max(values.close, values.open);
      values.low = Math::Min(values.close, values.open);
    }
    sampled.push_back(ToCandle(next, values));
  }
  return next;
}

}  // namespace

std::vector<Candlestick> ResampleCandlesticks(std::span<const Candlestick> candles, TimeSpan step) {
  std::vector<Candlestick> sampled;
  const auto later = std::find_if(candles.begin(), candles.end(), [&](const Candlestick& candle) {
    return candle.Time() > candles.front().Time();
  });
  if (later == candles.end()) {
    for (const Candlestick& candle : candles) {
      sampled.push_back(ToCandle(candle.Time(), Cut(ValuesOf(candle))));
    }
    return sampled;
  }
  std::size_t first = static_cast<std::size_t>(later - candles.begin());
  sampled.push_back(candles[first - 1]);
  DateTime next = candles.front().Time() + step;
  for (std::size_t i = first; i < candles.size(); ++i) {
    if (next > candles[i].Time()) continue;
    next = AddSteps(candles.subspan(first, i + 1 - first), candles[first - 1].Time(), next, step,
                    sampled);
    first = i + 1;
  }
  return sampled;
}

}  // namespace regimen
