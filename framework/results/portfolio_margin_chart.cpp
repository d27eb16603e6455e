#include "framework/results/portfolio_margin_chart.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "framework/core/rounding.hpp"
#include "framework/results/chart_names.hpp"

namespace regimen {
namespace {

constexpr int kDigits = 4;
constexpr char kOthers[] = "OTHERS";

struct Share {
  const std::string* name;
  Decimal percentage;
};

std::vector<Share> SharesOf(std::span<const MarginGroup> groups, Decimal portfolio_value) {
  std::vector<Share> shares;
  for (const MarginGroup& group : groups) {
    const Decimal share =
        portfolio_value.IsZero()
            ? Decimal()
            : RoundToSignificantDigits(group.reserved_buying_power / portfolio_value, kDigits);
    shares.push_back({&group.name, share * 100});
  }
  return shares;
}

// The names of the largest, each once.
std::vector<std::string> Largest(std::vector<Share> shares) {
  std::stable_sort(shares.begin(), shares.end(),
                   [](const Share& a, const Share& b) { return a.percentage > b.percentage; });
  std::vector<std::string> names;
  for (const Share& share : shares) {
    if (names.size() == kPortfolioMarginSeries) break;
    if (std::find(names.begin(), names.end(), *share.name) == names.end()) {
      names.push_back(*share.name);
    }
  }
  return names;
}

Series& SeriesOf(Chart& chart, const std::string& name, Color color) {
  if (Series* series = chart.Find(name); series != nullptr) return *series;
  return chart.AddSeries(Series(name, SeriesType::Bar, "%", color)
                             .SetTooltip("{SERIES_NAME}: {VALUE}%")
                             .SetIndexName("Margin Used (%)"));
}

void Interrupt(Chart& chart, DateTime utc_time) {
  for (const Series& each : chart.Series()) {
    const bool has_value =
        each.Count() > 0 && (each.LastTime() == utc_time || !each.Values().back().Y().has_value());
    if (!has_value) chart.Find(each.Name())->AddPoint(ChartPoint(utc_time));
  }
}

}  // namespace

void SamplePortfolioMargin(ChartCollection& charts, DateTime utc_time, Decimal portfolio_value,
                           std::span<const MarginGroup> groups) {
  Chart& chart = charts.GetOrAdd(chart_names::kPortfolioMargin).SetLegendDisabled(true);
  if (groups.empty()) return;
  const std::vector<Share> shares = SharesOf(groups, portfolio_value);
  const std::vector<std::string> largest = Largest(shares);
  Decimal others;
  bool has_others = false;
  for (const Share& share : shares) {
    if (std::find(largest.begin(), largest.end(), *share.name) != largest.end()) {
      SeriesOf(chart, *share.name, Color()).AddPoint(utc_time, share.percentage);
    } else {
      others = SmartRounding(others + share.percentage);
      has_others = true;
    }
  }
  if (has_others) SeriesOf(chart, kOthers, Color::Gray).AddPoint(utc_time, others);
  Interrupt(chart, utc_time);
}

}  // namespace regimen
