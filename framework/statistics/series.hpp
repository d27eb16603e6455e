#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "framework/statistics/candlestick.hpp"
#include "framework/statistics/chart_point.hpp"
#include "framework/statistics/color.hpp"
#include "framework/statistics/scatter_marker_symbol.hpp"
#include "framework/statistics/series_type.hpp"

namespace regimen {

// One named curve of a chart: how it is drawn and its points in time order (LEAN's Series and
// CandlestickSeries).
//
// Holds candlesticks if its type is Candle, single values otherwise; adding the other kind throws
// ArgumentError. A value: copies are independent. Setters return the series, so that calls chain.
class Series {
 public:
  explicit Series(std::string name, regimen::SeriesType type = regimen::SeriesType::Line,
                  int index = 0, std::string unit = "$");
  Series(std::string name, regimen::SeriesType type, std::string unit, regimen::Color color = {},
         regimen::ScatterMarkerSymbol marker = regimen::ScatterMarkerSymbol::None);

  const std::string& Name() const { return name_; }
  const std::string& Unit() const { return unit_; }
  // Which pane of the chart; series of one index share an axis.
  int Index() const { return index_; }
  regimen::SeriesType SeriesType() const { return type_; }
  regimen::Color Color() const { return color_; }
  regimen::ScatterMarkerSymbol ScatterMarkerSymbol() const { return marker_; }
  const std::optional<std::string>& IndexName() const { return index_name_; }
  const std::optional<std::string>& Tooltip() const { return tooltip_; }
  std::optional<int> ZIndex() const { return z_index_; }

  Series& SetIndex(int value);
  Series& SetUnit(std::string value);
  Series& SetColor(regimen::Color value);
  Series& SetScatterMarkerSymbol(regimen::ScatterMarkerSymbol value);
  Series& SetIndexName(std::string value);
  Series& SetTooltip(std::string value);
  Series& SetZIndex(int value);

  // A point at the time of the last one replaces it; any other is appended as it comes.
  void AddPoint(DateTime utc_time, Decimal value) { AddPoint(ChartPoint(utc_time, value)); }
  void AddPoint(const ChartPoint& point);
  void AddPoint(const Candlestick& point);

  // Empty for a candlestick series.
  const std::vector<ChartPoint>& Values() const { return points_; }
  // Empty for all other series.
  const std::vector<Candlestick>& Candles() const { return candles_; }
  std::size_t Count() const { return points_.size() + candles_.size(); }
  // nullopt while there is no point.
  std::optional<DateTime> LastTime() const;

  // The same series without points.
  Series CloneEmpty() const;
  // Returns this series with all its points and keeps none: what was added since the last call.
  Series TakeUpdates();
  // Adds the points of `updates` behind its own, whatever their times. Requires: both are of one
  // kind, else ArgumentError.
  void Append(const Series& updates);

 private:
  void RequireKind(bool candles) const;

  std::string name_;
  std::string unit_;
  int index_ = 0;
  regimen::SeriesType type_ = regimen::SeriesType::Line;
  regimen::ScatterMarkerSymbol marker_ = regimen::ScatterMarkerSymbol::None;
  regimen::Color color_;
  std::optional<int> z_index_;
  std::optional<std::string> index_name_;
  std::optional<std::string> tooltip_;
  std::vector<ChartPoint> points_;
  std::vector<Candlestick> candles_;
};

// LEAN's name for a series of candlesticks.
class CandlestickSeries : public Series {
 public:
  explicit CandlestickSeries(std::string name, int index = 0, std::string unit = "$");
  CandlestickSeries(std::string name, std::string unit);
};

}  // namespace regimen
