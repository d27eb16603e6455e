#include "framework/results/equity_sampler.hpp"

#include "framework/core/math.hpp"
#include "framework/results/chart_names.hpp"

namespace regimen {
namespace {

constexpr double kCandles = 4000;
constexpr double kShortestMinutes = 4;
constexpr int kDigits = 4;

constexpr SampledSeries kSeries{.chart = chart_names::kStrategyEquity,
                                .name = chart_names::kEquity,
                                .type = SeriesType::Candle};

TimeSpan PeriodOf(TimeSpan run) {
  const double minutes = run.TotalMinutes();
  return TimeSpan::FromMinutes(minutes < kShortestMinutes * kCandles ? kShortestMinutes
                                                                     : minutes / kCandles);
}

}  // namespace

EquitySampler::EquitySampler(DateTime start_date, DateTime end_date)
    : resample_period_(PeriodOf(end_date - start_date)) {}

bool EquitySampler::EndStep(DateTime utc_now, Decimal portfolio_value, ChartCollection& charts) {
  if (utc_now <= next_sample_) {
    Update(portfolio_value);
    return false;
  }
  ForceStep(utc_now, portfolio_value, charts);
  return true;
}

void EquitySampler::ForceStep(DateTime utc_now, Decimal portfolio_value, ChartCollection& charts) {
  next_sample_ = utc_now + resample_period_;
  Sample(utc_now, portfolio_value, charts);
}

void EquitySampler::Sample(DateTime utc_now, Decimal portfolio_value, ChartCollection& charts) {
  Update(portfolio_value);
  AddCandle(utc_now, charts);
}

void EquitySampler::Update(Decimal portfolio_value) {
  if (bar_.has_value() && portfolio_value == last_value_) return;
  last_value_ = portfolio_value;
  const Decimal value = Math::Round(portfolio_value, kDigits);
  if (value.IsZero()) return;
  if (!bar_.has_value()) bar_ = Bar{value, value, value, value};
  if (value > bar_->high) bar_->high = value;
  if (value < bar_->low) bar_->low = value;
  bar_->close = value;
}

void EquitySampler::AddCandle(DateTime utc_now, ChartCollection& charts) {
  const Bar bar = bar_.value_or(Bar());
  charts.Sample(kSeries, Candlestick(utc_now, bar.open, bar.high, bar.low, bar.close));
  bar_.reset();
}

}  // namespace regimen
