#include "framework/statistics/chart.hpp"

#include <utility>

#include "framework/core/error.hpp"

namespace regimen {

Chart& Chart::SetLegendDisabled(bool value) {
  legend_disabled_ = value;
  return *this;
}

regimen::Series& Chart::AddSeries(regimen::Series series) {
  if (Find(series.Name()) != nullptr) {
    throw ArgumentError("Chart '" + name_ + "' has a series '" + series.Name() +
                        "' already: names of series must differ within a chart.");
  }
  return series_.emplace_back(std::move(series));
}

regimen::Series& Chart::TryAddAndGetSeries(const regimen::Series& like) {
  if (regimen::Series* series = Find(like.Name()); series != nullptr) return *series;
  return series_.emplace_back(like.CloneEmpty());
}

regimen::Series* Chart::Find(std::string_view series) {
  for (regimen::Series& each : series_) {
    if (each.Name() == series) return &each;
  }
  return nullptr;
}

const regimen::Series* Chart::Find(std::string_view series) const {
  for (const regimen::Series& each : series_) {
    if (each.Name() == series) return &each;
  }
  return nullptr;
}

Chart Chart::TakeUpdates() {
  Chart updates(name_, symbol_);
  updates.legend_disabled_ = legend_disabled_;
  for (regimen::Series& each : series_) updates.series_.push_back(each.TakeUpdates());
  return updates;
}

}  // namespace regimen
