#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>

#include "framework/core/symbol.hpp"
#include "framework/statistics/series.hpp"

namespace regimen {

// A named set of series (LEAN's Chart).
//
// A value: copies are independent. Series keep the order in which they were added, and references
// to them stay valid while the chart lives and is not assigned to. Finding a series is O(series).
class Chart {
 public:
  explicit Chart(std::string name) : name_(std::move(name)) {}
  // A chart about one security.
  Chart(std::string name, const Symbol& symbol) : name_(std::move(name)), symbol_(symbol) {}

  const std::string& Name() const { return name_; }
  // Names no security unless the chart is about one.
  const Symbol& GetSymbol() const { return symbol_; }
  bool LegendDisabled() const { return legend_disabled_; }
  Chart& SetLegendDisabled(bool value);

  // Throws ArgumentError if there is a series of this name already.
  regimen::Series& AddSeries(regimen::Series series);
  // Returns the series of this name, or adds an empty one like `like`.
  regimen::Series& TryAddAndGetSeries(const regimen::Series& like);
  const std::deque<regimen::Series>& Series() const { return series_; }
  // Returns nullptr when there is none of this name.
  regimen::Series* Find(std::string_view series);
  const regimen::Series* Find(std::string_view series) const;

  // Returns this chart with all points and keeps the series without: what was added since the last
  // call.
  Chart TakeUpdates();

 private:
  std::string name_;
  Symbol symbol_;
  bool legend_disabled_ = false;
  std::deque<regimen::Series> series_;
};

}  // namespace regimen
