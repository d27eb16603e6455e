#include "framework/results/internal/chart_json.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace regimen {
namespace {

Decimal SumOf(const Series& series) {
  Decimal sum;
  for (const ChartPoint& point : series.Values()) sum += point.Y().value_or(Decimal());
  return sum;
}

void WriteY(JsonWriter& json, const std::optional<Decimal>& y) {
  if (y.has_value()) {
    json.Number(*y);
  } else {
    json.Null();
  }
}

void WritePoint(JsonWriter& json, const ChartPoint& point) {
  json.BeginArray().Integer(point.X());
  WriteY(json, point.Y());
  json.EndArray();
}

void WriteScatterPoint(JsonWriter& json, const ChartPoint& point) {
  json.BeginObject().Key("x").Integer(point.X()).Key("y");
  WriteY(json, point.Y());
  json.EndObject();
}

void WriteValues(JsonWriter& json, const Series& series) {
  json.Key("values").BeginArray();
  for (const Candlestick& candle : series.Candles()) {
    json.BeginArray().Integer(candle.X()).Number(candle.Open()).Number(candle.High());
    json.Number(candle.Low()).Number(candle.Close()).EndArray();
  }
  if (series.SeriesType() == SeriesType::Pie && !series.Values().empty()) {
    WritePoint(json, ChartPoint(series.Values().back().Time(), SumOf(series)));
  } else {
    const bool scatter = series.SeriesType() == SeriesType::Scatter;
    for (const ChartPoint& point : series.Values()) {
      scatter ? WriteScatterPoint(json, point) : WritePoint(json, point);
    }
  }
  json.EndArray();
}

std::vector<const Series*> InFileOrder(const Chart& chart) {
  struct Entry {
    std::tuple<int, std::size_t, Decimal> key;
    const Series* series;
  };
  std::vector<Entry> entries;
  for (const Series& each : chart.Series()) {
    entries.push_back({{each.Index(), each.Count(), SumOf(each)}, &each});
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
  std::vector<const Series*> series;
  series.reserve(entries.size());
  for (const Entry& entry : entries) series.push_back(entry.series);
  return series;
}

}  // namespace

std::string SeriesToJson(const Series& series) {
  JsonWriter json(JsonWriter::Style::Compact);
  json.BeginObject();
  json.Key("name").String(series.Name());
  json.Key("unit").String(series.Unit());
  json.Key("index").Integer(series.Index());
  json.Key("seriesType").Integer(static_cast<int>(series.SeriesType()));
  if (const auto z_index = series.ZIndex()) json.Key("zIndex").Integer(*z_index);
  if (const auto& name = series.IndexName()) json.Key("indexName").String(*name);
  if (const auto& tooltip = series.Tooltip()) json.Key("tooltip").String(*tooltip);
  WriteValues(json, series);
  if (series.SeriesType() != SeriesType::Candle) {
    json.Key("color").String(series.Color().ToString());
    json.Key("scatterMarkerSymbol").String(ToText(series.ScatterMarkerSymbol()));
  }
  return json.EndObject().Take();
}

void WriteChart(JsonWriter& json, const Chart& chart) {
  json.BeginObject().Key("name").String(chart.Name()).Key("chartType").Integer(0);
  json.Key("series").BeginObject();
  for (const Series* series : InFileOrder(chart)) {
    json.Key(series->Name()).Raw(SeriesToJson(*series));
  }
  json.EndObject();
  if (chart.GetSymbol()) {
    const Symbol& symbol = chart.GetSymbol();
    json.Key("symbol").BeginObject().Key("value").String(symbol.Value());
    json.Key("id")
        .String(symbol.ID().ToString())
        .Key("permtick")
        .String(symbol.Value())
        .EndObject();
  }
  if (chart.LegendDisabled()) json.Key("legendDisabled").Bool(true);
  json.EndObject();
}

}  // namespace regimen
