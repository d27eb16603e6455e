#include "framework/algorithm/chart_book.hpp"

#include "framework/core/error.hpp"
#include "framework/core/rounding.hpp"

namespace regimen {

Chart& ChartBook::ChartOf(const std::string& name) {
  for (Chart& chart : charts_) {
    if (chart.Name() == name) return chart;
  }
  return charts_.emplace_back(name);
}

void ChartBook::Add(const Chart& chart) { ChartOf(chart.Name()) = chart; }

void ChartBook::Plot(const std::string& chart, const std::string& series, DateTime utc_time,
                     Decimal value) {
  if (chart == "Strategy Equity" && (series == "Equity" || series == "Return")) {
    throw ArgumentError(
        "the series '" + series +
        "' of the chart 'Strategy Equity' is the engine's own; choose another name");
  }
  Series& line = ChartOf(chart).TryAddAndGetSeries(Series(series, SeriesType::Line, 0, "$"));
  line.AddPoint(utc_time, SmartRounding(value));
}

}  // namespace regimen
