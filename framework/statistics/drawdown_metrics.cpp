#include "framework/statistics/drawdown_metrics.hpp"

#include <optional>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"

namespace regimen::statistics {

DrawdownMetrics CalculateDrawdownMetrics(std::span<const TimedValue> equity, int digits) {
  if (equity.size() < 2) return {};
  TimedValue peak = equity.front();
  Decimal trough = peak.value;
  std::optional<DateTime> drawdown_start;
  Decimal deepest;
  Decimal longest_days;
  for (const TimedValue& point : equity) {
    if (point.value >= peak.value) {
      if (drawdown_start.has_value()) {
        longest_days = Math::Max(longest_days, Decimal((point.time - *drawdown_start).TotalDays()));
        drawdown_start.reset();
      }
      peak = point;
      trough = point.value;
    }
    if (peak.value.IsZero()) return {};
    // Only a new low can be the deepest of its peak: a quotient is dear. A peak below zero, from
    // which a fall looks like a rise, has no low.
    if (point.value >= trough && peak.value > 0) continue;
    trough = point.value;
    const Decimal drawdown = point.value / peak.value - 1;
    if (drawdown < 0) {
      deepest = Math::Min(deepest, drawdown);
      if (!drawdown_start.has_value()) drawdown_start = peak.time;
    }
  }
  return {Math::Round(Math::Abs(deepest), digits), static_cast<int>(longest_days.ToInt64())};
}

Decimal DrawdownPercent(Decimal current, Decimal high, int digits) {
  if (high.IsZero()) {
    throw ArgumentError(
        "A drawdown from a high of 0 is not defined: expected a high that is not 0.");
  }
  return Math::Round((current / high - 1) * 100, digits);
}

}  // namespace regimen::statistics
