#include "framework/results/chart_collection.hpp"

#include <fmt/format.h>

#include "framework/results/chart_names.hpp"

namespace regimen {
namespace {

Series ToSeries(const SampledSeries& series) {
  return Series(std::string(series.name), series.type, series.index, std::string(series.unit));
}

// A pie is one number: the sum of what was plotted, at the time of the last point.
ChartPoint Consolidate(const Series& pie) {
  Decimal sum;
  for (const ChartPoint& point : pie.Values()) sum += point.Y().value_or(Decimal());
  return {pie.Values().back().Time(), sum};
}

}  // namespace

ChartCollection::ChartCollection() : ChartCollection(Limits()) {}

ChartCollection::ChartCollection(const Limits& limits) : limits_(limits) {
  Chart& equity = GetOrAdd(chart_names::kStrategyEquity);
  equity.AddSeries(CandlestickSeries(chart_names::kEquity));
  equity.AddSeries(Series(chart_names::kReturn, SeriesType::Bar, 1, "%"));
}

void ChartCollection::Sample(const SampledSeries& series, const ChartPoint& point) {
  AddSample(series, point);
}

void ChartCollection::Sample(const SampledSeries& series, const Candlestick& point) {
  AddSample(series, point);
}

template <typename Point>
void ChartCollection::AddSample(const SampledSeries& sampled, const Point& point) {
  if (warming_up_) return;
  Chart& chart = GetOrAdd(sampled.chart);
  Series* series = chart.Find(sampled.name);
  if (series == nullptr) series = &chart.AddSeries(ToSeries(sampled));
  const std::optional<DateTime> last = series->LastTime();
  if (!last.has_value() || point.Time() > *last ||
      sampled.chart == chart_names::kPortfolioTurnover) {
    series->AddPoint(point);
  }
}

std::vector<std::string> ChartCollection::Merge(const Chart& updates) {
  std::vector<std::string> messages;
  Chart& chart = GetOrAdd(updates.Name());
  for (const Series& series : updates.Series()) {
    if (!MayPlot(series, messages) || series.Count() == 0) continue;
    Append(chart.TryAddAndGetSeries(series), series, messages);
  }
  return messages;
}

bool ChartCollection::MayPlot(const Series& series, std::vector<std::string>& messages) {
  if (plotted_series_.contains(series.Name())) return true;
  if (plotted_series_.size() < limits_.series) {
    plotted_series_.insert(series.Name());
    return true;
  }
  if (!told_series_limit_) {
    told_series_limit_ = true;
    messages.push_back(fmt::format(
        "Series '{}' and all further new ones are not charted: a run may plot {} different series "
        "(maximum-chart-series).",
        series.Name(), limits_.series));
  }
  return false;
}

void ChartCollection::Append(Series& series, const Series& updates,
                             std::vector<std::string>& messages) {
  if (updates.SeriesType() == SeriesType::Pie) {
    series.AddPoint(Consolidate(updates));
  } else if (series.Count() + updates.Count() <= limits_.points_per_series) {
    series.Append(updates);
  } else if (full_series_.insert(&series).second) {
    messages.push_back(fmt::format(
        "Series '{}' is full, further points are not charted: a series may have {} points "
        "(maximum-data-points-per-chart-series).",
        series.Name(), limits_.points_per_series));
  }
}

Chart& ChartCollection::GetOrAdd(std::string_view chart) {
  for (Chart& each : charts_) {
    if (each.Name() == chart) return each;
  }
  return charts_.emplace_back(std::string(chart));
}

const Chart* ChartCollection::Find(std::string_view chart) const {
  for (const Chart& each : charts_) {
    if (each.Name() == chart) return &each;
  }
  return nullptr;
}

const Series* ChartCollection::Find(std::string_view chart, std::string_view series) const {
  const Chart* found = Find(chart);
  return found == nullptr ? nullptr : found->Find(series);
}

}  // namespace regimen
