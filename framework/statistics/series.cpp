#include "framework/statistics/series.hpp"

#include <utility>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

template <typename Point>
void AddOrReplace(std::vector<Point>& points, const Point& point) {
  if (!points.empty() && points.back().Time() == point.Time()) {
    points.back() = point;
  } else {
    points.push_back(point);
  }
}

}  // namespace

Series::Series(std::string name, regimen::SeriesType type, int index, std::string unit)
    : name_(std::move(name)), unit_(std::move(unit)), index_(index), type_(type) {}

Series::Series(std::string name, regimen::SeriesType type, std::string unit, regimen::Color color,
               regimen::ScatterMarkerSymbol marker)
    : name_(std::move(name)), unit_(std::move(unit)), type_(type), marker_(marker), color_(color) {}

Series& Series::SetIndex(int value) {
  index_ = value;
  return *this;
}

Series& Series::SetUnit(std::string value) {
  unit_ = std::move(value);
  return *this;
}

Series& Series::SetColor(regimen::Color value) {
  color_ = value;
  return *this;
}

Series& Series::SetScatterMarkerSymbol(regimen::ScatterMarkerSymbol value) {
  marker_ = value;
  return *this;
}

Series& Series::SetIndexName(std::string value) {
  index_name_ = std::move(value);
  return *this;
}

Series& Series::SetTooltip(std::string value) {
  tooltip_ = std::move(value);
  return *this;
}

Series& Series::SetZIndex(int value) {
  z_index_ = value;
  return *this;
}

void Series::AddPoint(const ChartPoint& point) {
  RequireKind(false);
  AddOrReplace(points_, point);
}

void Series::AddPoint(const Candlestick& point) {
  RequireKind(true);
  AddOrReplace(candles_, point);
}

std::optional<DateTime> Series::LastTime() const {
  if (!candles_.empty()) return candles_.back().Time();
  if (!points_.empty()) return points_.back().Time();
  return std::nullopt;
}

Series Series::CloneEmpty() const {
  Series clone(name_, type_, unit_, color_, marker_);
  clone.index_ = index_;
  clone.z_index_ = z_index_;
  clone.index_name_ = index_name_;
  clone.tooltip_ = tooltip_;
  return clone;
}

Series Series::TakeUpdates() {
  Series updates = CloneEmpty();
  updates.points_.swap(points_);
  updates.candles_.swap(candles_);
  return updates;
}

void Series::Append(const Series& updates) {
  if (updates.Count() == 0) return;
  RequireKind(updates.type_ == regimen::SeriesType::Candle);
  points_.insert(points_.end(), updates.points_.begin(), updates.points_.end());
  candles_.insert(candles_.end(), updates.candles_.begin(), updates.candles_.end());
}

void Series::RequireKind(bool candles) const {
  if (candles == (type_ == regimen::SeriesType::Candle)) return;
  throw ArgumentError(candles ? "Series '" + name_ +
                                    "' holds single values, not candlesticks: make it a "
                                    "CandlestickSeries to add one."
                              : "Series '" + name_ +
                                    "' holds candlesticks: add open, high, low and close.");
}

CandlestickSeries::CandlestickSeries(std::string name, int index, std::string unit)
    : Series(std::move(name), regimen::SeriesType::Candle, index, std::move(unit)) {}

CandlestickSeries::CandlestickSeries(std::string name, std::string unit)
    : Series(std::move(name), regimen::SeriesType::Candle, 0, std::move(unit)) {}

}  // namespace regimen
