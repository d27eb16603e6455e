#include "framework/results/daily_sampler.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "framework/core/math.hpp"
#include "framework/results/chart_names.hpp"
#include "framework/results/portfolio_margin_chart.hpp"
#include "framework/statistics/drawdown_metrics.hpp"

namespace regimen {
namespace {

constexpr int kReturnDigits = 10;
constexpr int kExposureDigits = 4;
constexpr std::size_t kSalesVolumeSeries = 30;

struct Exposure {
  SecurityType type;
  Decimal long_value;
  Decimal short_value;
};

// By security type in the order of the holdings, also for types without position.
std::vector<Exposure> ExposuresOf(const std::vector<HoldingSnapshot>& holdings) {
  std::vector<Exposure> exposures;
  for (const HoldingSnapshot& holding : holdings) {
    const SecurityType type = holding.symbol.SecurityType();
    auto exposure = std::find_if(exposures.begin(), exposures.end(),
                                 [&](const Exposure& each) { return each.type == type; });
    if (exposure == exposures.end()) exposure = exposures.insert(exposure, {type, 0, 0});
    // Nearly all of a large universe.
    if (holding.holdings_value.IsZero() && holding.holdings_value.Scale() == 0) continue;
    (holding.holdings_value > 0 ? exposure->long_value : exposure->short_value) +=
        holding.holdings_value;
  }
  return exposures;
}

void SampleRatio(const PortfolioSnapshot& snapshot, const std::string& name, Decimal value,
                 ChartCollection& charts) {
  charts.Sample(
      {.chart = chart_names::kExposure, .name = name, .unit = ""},
      {snapshot.utc_time, Math::Round(value / snapshot.portfolio_value, kExposureDigits)});
}

}  // namespace

DailySampler::DailySampler(Decimal starting_capital, DateTime start_date,
                           std::string currency_symbol)
    : starting_capital_(starting_capital),
      start_date_(start_date),
      currency_symbol_(std::move(currency_symbol)),
      previous_value_(starting_capital),
      highest_value_(starting_capital) {}

void DailySampler::Sample(const PortfolioSnapshot& snapshot, EquitySampler& equity,
                          ChartCollection& charts) {
  const DateTime time = snapshot.utc_time;
  const Decimal value = snapshot.portfolio_value;
  const Decimal performance = Performance(value);
  highest_value_ = Math::Max(value, highest_value_);

  equity.Sample(time, value, charts);
  charts.Sample({.chart = chart_names::kBenchmark, .name = chart_names::kBenchmark},
                {time, snapshot.benchmark});
  charts.Sample({.chart = chart_names::kStrategyEquity,
                 .name = chart_names::kReturn,
                 .type = SeriesType::Bar,
                 .unit = "%",
                 .index = 1},
                {time, performance});
  SampleDrawdown(snapshot, charts);
  SampleSalesVolume(snapshot, charts);
  SampleExposure(snapshot, charts);
  charts.Sample({.chart = chart_names::kCapacity,
                 .name = chart_names::kStrategyCapacity,
                 .unit = currency_symbol_},
                {time, snapshot.capacity});
  SampleTurnover(snapshot, charts);
  SamplePortfolioMargin(charts, time, value, snapshot.margin_groups);
  previous_value_ = value;
}

void DailySampler::OnWarmupFinished(Decimal portfolio_value, EquitySampler& equity) {
  // What has not changed keeps its scale, which shows in the statistics.
  if (highest_value_ != portfolio_value) highest_value_ = portfolio_value;
  if (previous_value_ != portfolio_value) previous_value_ = portfolio_value;
  if (starting_capital_ == portfolio_value) return;
  starting_capital_ = portfolio_value;
  equity.Discard();
}

Decimal DailySampler::Performance(Decimal portfolio_value) const {
  if (previous_value_.IsZero()) return 0;
  return Math::Round((portfolio_value - previous_value_) * 100 / previous_value_, kReturnDigits);
}

void DailySampler::SampleDrawdown(const PortfolioSnapshot& snapshot,
                                  ChartCollection& charts) const {
  if (highest_value_.IsZero()) return;
  charts.Sample(
      {.chart = chart_names::kDrawdown, .name = chart_names::kEquityDrawdown, .unit = "%"},
      {snapshot.utc_time, statistics::DrawdownPercent(snapshot.portfolio_value, highest_value_)});
}

void DailySampler::SampleSalesVolume(const PortfolioSnapshot& snapshot,
                                     ChartCollection& charts) const {
  std::vector<const HoldingSnapshot*> traded;
  for (const HoldingSnapshot& holding : snapshot.holdings) {
    if (!holding.total_sale_volume.IsZero()) traded.push_back(&holding);
  }
  std::stable_sort(traded.begin(), traded.end(), [](const auto* a, const auto* b) {
    return a->total_sale_volume > b->total_sale_volume;
  });
  traded.resize(std::min(traded.size(), kSalesVolumeSeries));
  for (const HoldingSnapshot* holding : traded) {
    charts.Sample({.chart = chart_names::kAssetsSalesVolume,
                   .name = holding->symbol.Value(),
                   .type = SeriesType::Treemap,
                   .unit = currency_symbol_},
                  {snapshot.utc_time, holding->total_sale_volume});
  }
}

void DailySampler::SampleExposure(const PortfolioSnapshot& snapshot, ChartCollection& charts) {
  if (snapshot.portfolio_value.IsZero()) return;
  const std::vector<Exposure> exposures = ExposuresOf(snapshot.holdings);
  for (const Exposure& each : exposures) {
    SampleRatio(snapshot, std::string(ToText(each.type)) + " - Long Ratio", each.long_value,
                charts);
  }
  for (const Exposure& each : exposures) {
    SampleRatio(snapshot, std::string(ToText(each.type)) + " - Short Ratio", each.short_value,
                charts);
  }
}

void DailySampler::SampleTurnover(const PortfolioSnapshot& snapshot, ChartCollection& charts) {
  // The midnight that begins the run ends no day of it.
  if (snapshot.portfolio_value.IsZero() || snapshot.local_time == start_date_) return;
  // A second sample at one time replaces the first and covers the same day.
  const bool again = snapshot.utc_time == previous_turnover_time_;
  const Decimal before = previous_sale_volumes_[again ? 1 : 0];
  const Decimal turnover = (snapshot.total_sale_volume - before) / snapshot.portfolio_value;
  previous_sale_volumes_ = {snapshot.total_sale_volume, previous_sale_volumes_[0]};
  previous_turnover_time_ = snapshot.utc_time;
  charts.Sample({.chart = chart_names::kPortfolioTurnover,
                 .name = chart_names::kPortfolioTurnover,
                 .unit = "%"},
                {snapshot.utc_time, turnover});
}

}  // namespace regimen
