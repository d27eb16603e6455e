#pragma once

#include <cstddef>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "framework/statistics/chart.hpp"

namespace regimen {

// Where a sample goes; a chart or series that is not there yet is made from this. Borrows its
// texts.
struct SampledSeries {
  std::string_view chart;
  std::string_view name;
  SeriesType type = SeriesType::Line;
  std::string_view unit = "$";
  int index = 0;
};

// All charts of a run, those the engine samples and those the strategy plots. Not thread-safe.
//
// Charts keep the order in which they came up; references to them stay valid. A sample goes in only
// if it is later than the last point of its series (of "Portfolio Turnover" also at the same time:
// it replaces that point) and never while the strategy warms up.
class ChartCollection {
 public:
  struct Limits {
    // Different names of series that a strategy may plot, over all charts.
    std::size_t series = 30;
    std::size_t points_per_series = 1'000'000;
  };

  // With the chart "Strategy Equity" and its two series, still empty.
  ChartCollection();
  explicit ChartCollection(const Limits& limits);
  ChartCollection(const ChartCollection&) = delete;
  ChartCollection& operator=(const ChartCollection&) = delete;
  ~ChartCollection() = default;

  void SetWarmingUp(bool value) { warming_up_ = value; }
  void Sample(const SampledSeries& series, const ChartPoint& point);
  void Sample(const SampledSeries& series, const Candlestick& point);
  // Appends what a strategy has plotted since the last call (Chart::TakeUpdates). A pie keeps one
  // number, the sum. Returns a message for each limit that was passed for the first time; what is
  // beyond it is dropped.
  std::vector<std::string> Merge(const Chart& updates);

  Chart& GetOrAdd(std::string_view chart);
  // Return nullptr when there is none.
  const Chart* Find(std::string_view chart) const;
  const Series* Find(std::string_view chart, std::string_view series) const;
  const std::deque<Chart>& Charts() const { return charts_; }

 private:
  template <typename Point>
  void AddSample(const SampledSeries& series, const Point& point);
  bool MayPlot(const Series& series, std::vector<std::string>& messages);
  void Append(Series& series, const Series& updates, std::vector<std::string>& messages);

  Limits limits_;
  std::deque<Chart> charts_;
  bool warming_up_ = false;
  std::set<std::string, std::less<>> plotted_series_;
  std::set<const Series*> full_series_;
  bool told_series_limit_ = false;
};

}  // namespace regimen
