#include "framework/statistics/symbol_capacity.hpp"

#include <algorithm>

#include "framework/core/math.hpp"

namespace regimen {
namespace {

constexpr int kMinutesPerSession = 390;
constexpr int kDaysRemembered = 30;
constexpr int kMostMinutes = 120;
// A market that trades this much a minute has room for an order after one minute.
constexpr int kMinuteVolumeScale = 6'000'000;
constexpr int kSecondVolumeScale = kMinuteVolumeScale / 60;
constexpr Decimal kLeastDiscount = 0.20_m;

Resolution ResolutionOf(TimeSpan period) {
  if (period < TimeSpan::FromSeconds(1)) return Resolution::Tick;
  if (period < TimeSpan::FromMinutes(1)) return Resolution::Second;
  if (period < TimeSpan::FromHours(1)) return Resolution::Minute;
  if (period < TimeSpan::FromDays(1)) return Resolution::Hour;
  return Resolution::Daily;
}

Decimal Share(Resolution resolution) {
  switch (resolution) {
    case Resolution::Tick:
    case Resolution::Second:
      return 0.50_m;
    case Resolution::Minute:
      return 0.20_m;
    case Resolution::Hour:
      return 0.05_m;
    case Resolution::Daily:
      return 0.02_m;
  }
  return 1;
}

}  // namespace

void SymbolCapacity::OnFill(const CapacityFill& fill) {
  sale_volume_ +=
      fill.conversion_rate * fill.price * Math::Abs(fill.quantity) * fill.contract_multiplier;
  const DateTime previous = has_fill_ ? last_fill_time_ : fill.utc_time.AddDays(-1);
  const Decimal minutes = (fill.utc_time - previous).TotalMinutes();
  const Decimal discount = 2 * (minutes / kMinutesPerSession);
  fast_trading_discount_ = discount > 1 ? Decimal(1) : Math::Max(kLeastDiscount, discount);
  if (restart_at_next_fill_) {
    market_volume_ = 0;
    trades_ = 0;
    restart_at_next_fill_ = false;
  }
  ++trades_;
  last_fill_time_ = fill.utc_time;
  has_fill_ = true;
}

bool SymbolCapacity::Update(const CapacityBar& bar, DateTime utc_now) {
  const Decimal minutes = (utc_now - previous_bar_time_.value_or(utc_now)).TotalMinutes();
  if (minutes.IsZero()) {
    average_dollar_volume_ = bar.conversion_rate * bar.close * bar.volume;
  } else {
    average_dollar_volume_ =
        bar.close * bar.conversion_rate * (bar.volume + previous_volume_) / minutes;
  }
  previous_bar_time_ = utc_now;
  previous_volume_ = bar.volume;

  const Resolution resolution = ResolutionOf(bar.period);
  if (!Counts(resolution, utc_now)) return false;
  resolution_share_ = Share(resolution);
  market_volume_ += bar.close * fast_trading_discount_ * bar.volume * bar.conversion_rate *
                    bar.contract_multiplier;
  return true;
}

bool SymbolCapacity::Counts(Resolution resolution, DateTime utc_now) const {
  const DateTime fill = last_fill_time_;
  switch (resolution) {
    case Resolution::Tick:
    case Resolution::Second:
      return utc_now <= fill + MinutesCounted(kSecondVolumeScale, 5);
    case Resolution::Minute:
      return utc_now <= fill + MinutesCounted(kMinuteVolumeScale, 1);
    case Resolution::Hour:
      return utc_now == fill.RoundUp(TimeSpan::FromHours(1));
    case Resolution::Daily:
      return utc_now == fill || utc_now.Date() == fill.RoundUp(TimeSpan::FromDays(1));
  }
  return false;
}

TimeSpan SymbolCapacity::MinutesCounted(int volume_scale, double least_minutes) const {
  const Decimal minutes =
      average_dollar_volume_.IsZero() ? Decimal(10) : volume_scale / average_dollar_volume_;
  if (minutes > kMostMinutes) return TimeSpan::FromMinutes(kMostMinutes);
  return TimeSpan::FromMinutes(static_cast<int>(std::max(least_minutes, minutes.ToDouble())));
}

void SymbolCapacity::Reset() {
  restart_at_next_fill_ = true;
  sale_volume_ = 0;
}

bool SymbolCapacity::IsForgotten(DateTime utc_now) const {
  return utc_now >= last_fill_time_ + TimeSpan::FromDays(kDaysRemembered);
}

}  // namespace regimen
