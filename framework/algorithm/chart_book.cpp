#include "framework/algorithm/chart_book.hpp"

#include <array>
#include <algorithm>
#include <string_view>

#include "framework/core/error.hpp"
#include "framework/core/rounding.hpp"

namespace regimen {

namespace {

constexpr std::array<std::string_view, 9> kReserved{
    "Strategy Equity", "Meta",     "Alpha",   "Alpha Count", "Benchmark",
    "Drawdown",        "Exposure", "Capacity", "Portfolio Turnover"};

}  // namespace

void ChartBook::SetLimits(std::size_t maximum_series, std::size_t maximum_points) {
  maximum_series_ = maximum_series;
  maximum_points_ = maximum_points;
}

std::size_t ChartBook::SeriesCount() const {
  std::size_t count = 0;
  for (const Chart& chart : charts_) count += chart.Series().size();
  return count;
}

Chart& ChartBook::ChartOf(const std::string& name) {
  if (std::ranges::find(kReserved, name) != kReserved.end()) {
    throw ArgumentError("'" + name + "' is one of the engine's own charts; choose another name");
  }
  for (Chart& chart : charts_) {
    if (chart.Name() == name) return chart;
  }
  return charts_.emplace_back(name);
}

void ChartBook::Add(const Chart& chart) { ChartOf(chart.Name()) = chart; }

bool ChartBook::Plot(const std::string& chart, const std::string& series, DateTime utc_time,
                     Decimal value) {
  Chart& target = ChartOf(chart);
  Series* line = target.Find(series);
  if (line == nullptr) {
    if (SeriesCount() >= maximum_series_) return false;
    line = &target.AddSeries(Series(series, SeriesType::Line, 0, "$"));
  }
  if (line->Count() >= maximum_points_) return false;
  line->AddPoint(utc_time, SmartRounding(value));
  return true;
}

}  // namespace regimen
