#include "framework/results/result_json.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "framework/results/candlestick_sampler.hpp"
#include "framework/results/chart_names.hpp"
#include "framework/results/internal/chart_json.hpp"
#include "framework/results/internal/json_writer.hpp"
#include "framework/results/internal/performance_json.hpp"

namespace regimen {
namespace {

constexpr std::string_view kDateTimeFormat = "yyyy-MM-ddTHH:mm:ss";
constexpr std::size_t kMostSampleDays = 7;
constexpr std::size_t kCandlesPerSampleDay = 100;

constexpr std::array kEngineCharts{chart_names::kStrategyEquity,    chart_names::kBenchmark,
                                   chart_names::kDrawdown,          chart_names::kPortfolioTurnover,
                                   chart_names::kExposure,          chart_names::kCapacity,
                                   chart_names::kAssetsSalesVolume, chart_names::kPortfolioMargin};

std::string Seconds(DateTime time) { return time.ToString(kDateTimeFormat) + "Z"; }

template <typename Entries>
void WriteTexts(JsonWriter& json, const char* name, const Entries& entries) {
  json.Key(name).BeginObject();
  for (const auto& [key, text] : entries) json.Key(key).String(text);
  json.EndObject();
}

void WriteCharts(JsonWriter& json, const ChartCollection& charts) {
  json.Key("charts").BeginObject();
  const auto is_engines = [](const Chart& chart) {
    return std::find(kEngineCharts.begin(), kEngineCharts.end(), chart.Name()) !=
           kEngineCharts.end();
  };
  const auto write = [&](const Chart& chart) {
    json.Key(chart.Name());
    WriteChart(json, chart);
  };
  for (const char* name : kEngineCharts) {
    if (const Chart* chart = charts.Find(name); chart != nullptr) write(*chart);
  }
  for (const Chart& chart : charts.Charts()) {
    if (!is_engines(chart)) write(chart);
  }
  json.EndObject();
}

Chart SummaryOf(const Series& equity) {
  Series summary = equity.CloneEmpty();
  const std::size_t days = std::min(kMostSampleDays, equity.Count() / kCandlesPerSampleDay);
  if (days > 1) {
    for (const Candlestick& candle :
         ResampleCandlesticks(equity.Candles(), TimeSpan::FromDays(days))) {
      summary.AddPoint(candle);
    }
  } else {
    summary.Append(equity);
  }
  Chart chart(chart_names::kStrategyEquity);
  chart.AddSeries(std::move(summary));
  return chart;
}

void WriteRollingWindow(JsonWriter& json, const StatisticsResults& statistics) {
  json.Key("rollingWindow").BeginObject();
  for (const auto& [name, performance] : statistics.RollingPerformances()) {
    json.Key(name);
    WritePerformance(json, performance, ClosedTradesIn::EmptyArray);
  }
  json.EndObject();
}

void WriteState(JsonWriter& json, const ResultState& state) {
  json.Key("state").BeginObject();
  json.Key("StartTime").String(Seconds(state.start_time));
  json.Key("EndTime").String(Seconds(state.end_time));
  json.Key("RuntimeError").String(state.runtime_error);
  json.Key("StackTrace").String(state.stack_trace);
  json.Key("LogCount").String(std::to_string(state.log_count));
  json.Key("OrderCount").String(std::to_string(state.order_count));
  json.Key("InsightCount").String(std::to_string(state.insight_count));
  json.Key("Name").String(state.name);
  json.Key("Hostname").String("");
  json.Key("Status").String(state.status);
  json.EndObject();
}

// Figures of the machine: there as LEAN has them, and always 0.
void WriteServerStatistics(JsonWriter& json) {
  json.Key("serverStatistics").BeginObject();
  for (const char* name :
       {"CPU Usage", "Used RAM (MB)", "Total RAM (MB)", "Hostname", "LEAN Version", "Up Time"}) {
    json.Key(name).String("0");
  }
  json.EndObject();
}

void WriteConfiguration(JsonWriter& json, const AlgorithmConfiguration& configuration) {
  json.Key("algorithmConfiguration").BeginObject();
  json.Key("name").String(configuration.name);
  json.Key("tags").BeginArray();
  for (const std::string& tag : configuration.tags) json.String(tag);
  json.EndArray();
  json.Key("accountCurrency").String(configuration.account_currency);
  json.Key("brokerage").Integer(configuration.brokerage);
  json.Key("accountType").Integer(static_cast<int>(configuration.account_type));
  WriteTexts(json, "parameters", configuration.parameters);
  json.Key("outOfSampleMaxEndDate").Null();
  json.Key("outOfSampleDays").Integer(0);
  json.Key("startDate").String(Seconds(configuration.start_date));
  json.Key("endDate").String(Seconds(configuration.end_date));
  json.Key("tradingDaysPerYear").Integer(configuration.trading_days_per_year);
  json.EndObject();
}

// What both files end with.
void WriteOutcome(JsonWriter& json, const BacktestResult& result, ClosedTradesIn closed_trades) {
  WriteTexts(json, "statistics", result.statistics.Summary());
  WriteTexts(json, "runtimeStatistics", result.runtime_statistics);
  WriteState(json, result.state);
  WriteServerStatistics(json);
  WriteConfiguration(json, result.configuration);
  json.Key("totalPerformance");
  WritePerformance(json, result.statistics.TotalPerformance(), closed_trades);
}

}  // namespace

std::string ResultToJson(const BacktestResult& result) {
  JsonWriter json(JsonWriter::Style::Indented);
  json.BeginObject();
  WriteRollingWindow(json, result.statistics);
  if (result.charts != nullptr) WriteCharts(json, *result.charts);
  json.Key("orders").BeginObject();
  for (const SerializedOrder& order : result.orders) {
    json.Key(std::to_string(order.id)).Embed(order.json);
  }
  json.EndObject();
  json.Key("profitLoss").BeginObject();
  for (const ProfitLossRecord& record : result.ledger) {
    json.Key(record.utc_time.ToIso() + "Z").Number(record.profit_loss);
  }
  json.EndObject();
  WriteOutcome(json, result, ClosedTradesIn::Array);
  return json.EndObject().Take();
}

std::string SummaryToJson(const BacktestResult& result) {
  JsonWriter json(JsonWriter::Style::Indented);
  json.BeginObject().Key("rollingWindow").BeginObject().EndObject();
  json.Key("charts").BeginObject();
  const Series* equity =
      result.charts == nullptr
          ? nullptr
          : result.charts->Find(chart_names::kStrategyEquity, chart_names::kEquity);
  if (equity != nullptr) {
    json.Key(chart_names::kStrategyEquity);
    WriteChart(json, SummaryOf(*equity));
  }
  json.EndObject();
  WriteOutcome(json, result, ClosedTradesIn::EmptyArray);
  return json.EndObject().Take();
}

std::string OrderEventsToJson(const BacktestResult& result) {
  JsonWriter json(JsonWriter::Style::Compact);
  json.BeginArray();
  for (const std::string& event : result.order_events) json.Raw(event);
  return json.EndArray().Take();
}

std::string ProfileToJson(const BacktestResult& result) {
  const RunProfile& profile = result.profile;
  JsonWriter json(JsonWriter::Style::Indented);
  json.BeginObject();
  json.Key("status").String(profile.status);
  json.Key("dataPoints").Integer(profile.data_points);
  json.Key("historyDataPoints").Integer(profile.history_data_points);
  json.Key("orderListHash").String(profile.order_list_hash);
  json.Key("timings").BeginObject();
  for (const auto& [name, seconds] : profile.timings) {
    json.Key(name).Raw(fmt::format("{:.6f}", seconds));
  }
  json.EndObject();
  for (const auto& [name, section] : profile.sections) json.Key(name).Embed(section);
  return json.EndObject().Take();
}

}  // namespace regimen
