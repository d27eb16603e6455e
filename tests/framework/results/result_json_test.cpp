#include "framework/results/result_json.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "data/lean/interest_rate_reader.hpp"
#include "framework/results/internal/chart_json.hpp"
#include "framework/results/run_statistics.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/json.hpp"
#include "tests/support/lean_case.hpp"

namespace regimen {
namespace {

using tests::Json;
using tests::LeanCase;
using tests::ParseStrictJson;

const DateTime kTime(2013, 10, 7, 13, 31, 0);

TEST(ResultJsonTest, WritesASeriesOnOneCompactLine) {
  Series line("SPY", SeriesType::Bar, 0, "%");
  line.SetIndexName("i").SetTooltip("t").SetZIndex(2).SetColor(Color::Orange);
  line.AddPoint(kTime, 49.81);
  line.AddPoint(ChartPoint(kTime.AddSeconds(1)));
  EXPECT_EQ(SeriesToJson(line),
            R"({"name":"SPY","unit":"%","index":0,"seriesType":3,"zIndex":2,"indexName":"i",)"
            R"("tooltip":"t","values":[[1381152660,49.81],[1381152661,null]],"color":"#FFA500",)"
            R"("scatterMarkerSymbol":"none"})");
  CandlestickSeries candles("Equity");
  candles.AddPoint(Candlestick(kTime, 1, 2, 0.5, 1.5));
  EXPECT_EQ(SeriesToJson(candles), R"({"name":"Equity","unit":"$","index":0,"seriesType":2,)"
                                   R"("values":[[1381152660,1.0,2.0,0.5,1.5]]})");
  Series scatter("s", SeriesType::Scatter, 0, "$");
  scatter.SetScatterMarkerSymbol(ScatterMarkerSymbol::Diamond).AddPoint(kTime, 3);
  EXPECT_EQ(SeriesToJson(scatter),
            R"({"name":"s","unit":"$","index":0,"seriesType":1,)"
            R"("values":[{"x":1381152660,"y":3.0}],"color":"","scatterMarkerSymbol":"diamond"})");
}

TEST(ResultJsonTest, OrdersSeriesByIndexCountAndSum) {
  Chart chart("c");
  chart.AddSeries(Series("second index", SeriesType::Line, 1));
  chart.AddSeries(Series("two points")).AddPoint(kTime, 1);
  chart.Find("two points")->AddPoint(kTime.AddSeconds(1), 1);
  chart.AddSeries(Series("large")).AddPoint(kTime, 5);
  chart.AddSeries(Series("small")).AddPoint(kTime, 4);
  JsonWriter json(JsonWriter::Style::Compact);
  WriteChart(json, chart);
  const JsonValue tree = ParseStrictJson(json.Take(), "chart");
  std::vector<std::string> names;
  for (const Json series : Json(tree)["series"].Members()) names.push_back(series.Name());
  EXPECT_EQ(names, (std::vector<std::string>{"small", "large", "two points", "second index"}));
}

BacktestResult SmallResult(const ChartCollection& charts) {
  BacktestResult result;
  result.algorithm_id = "X";
  result.charts = &charts;
  result.orders = {{1, R"({"type":0,"id":1,"tag":""})"}};
  result.order_events = {R"({"id":"X-1-1"})", R"({"id":"X-1-2"})"};
  result.ledger = {{kTime.AddMilliseconds(1), -4.5938798_m, false}};
  result.runtime_statistics = {{"Equity", "$1.00"}};
  result.state = {.start_time = kTime,
                  .end_time = kTime.AddDays(1),
                  .runtime_error = "",
                  .stack_trace = "",
                  .log_count = 2,
                  .order_count = 1,
                  .name = "local",
                  .status = "Completed"};
  result.configuration.name = "local";
  result.configuration.parameters = {{"fast", "10"}};
  result.configuration.start_date = DateTime(2013, 10, 7);
  result.configuration.end_date = DateTime(2013, 10, 12).AddTicks(-1);
  result.profile = {.status = "Completed",
                    .data_points = 3943,
                    .history_data_points = 0,
                    .order_list_hash = "abc",
                    .timings = {{"loop", 1.5}},
                    .sections = {{"cache", R"({"hits":1})"}}};
  return result;
}

TEST(ResultJsonTest, LaysOutTheFileAsLean) {
  const ChartCollection charts;
  const std::string json = ResultToJson(SmallResult(charts));
  EXPECT_TRUE(
      json.starts_with("{\n  \"rollingWindow\": {},\n  \"charts\": {\n"
                       "    \"Strategy Equity\": {\n"
                       "      \"name\": \"Strategy Equity\",\n"
                       "      \"chartType\": 0,\n"
                       "      \"series\": {\n"
                       "        \"Equity\": {\"name\":\"Equity\",\"unit\":\"$\","))
      << json.substr(0, 300);
  for (const char* part :
       {"  \"orders\": {\n    \"1\": {\n      \"type\": 0,\n      \"id\": 1,\n      \"tag\": "
        "\"\"\n",
        "  \"profitLoss\": {\n    \"2013-10-07T13:31:00.001Z\": -4.5938798\n  },\n",
        "  \"state\": {\n    \"StartTime\": \"2013-10-07T13:31:00Z\",\n",
        "    \"Hostname\": \"\",\n    \"Status\": \"Completed\"\n  },\n",
        "  \"serverStatistics\": {\n    \"CPU Usage\": \"0\",\n",
        "    \"parameters\": {\n      \"fast\": \"10\"\n    },\n"
        "    \"outOfSampleMaxEndDate\": null,\n    \"outOfSampleDays\": 0,\n"
        "    \"startDate\": \"2013-10-07T00:00:00Z\",\n"
        "    \"endDate\": \"2013-10-11T23:59:59Z\",\n    \"tradingDaysPerYear\": 252\n  },\n",
        "    \"closedTrades\": []\n  }\n}"}) {
    EXPECT_NE(json.find(part), std::string::npos) << part;
  }
}

TEST(ResultJsonTest, WritesEventsCompactlyAndTheProfileApart) {
  const ChartCollection charts;
  const BacktestResult result = SmallResult(charts);
  EXPECT_EQ(OrderEventsToJson(result), R"([{"id":"X-1-1"},{"id":"X-1-2"}])");
  EXPECT_EQ(ProfileToJson(result),
            "{\n  \"status\": \"Completed\",\n  \"dataPoints\": 3943,\n"
            "  \"historyDataPoints\": 0,\n  \"orderListHash\": \"abc\",\n  \"timings\": {\n"
            "    \"loop\": 1.500000\n  },\n  \"cache\": {\n    \"hits\": 1\n  }\n}");
}

TEST(ResultJsonTest, ThinsTheEquityOutForTheSummary) {
  ChartCollection charts;
  for (int i = 0; i < 300; ++i) {
    charts.Sample({.chart = "Strategy Equity", .name = "Equity", .type = SeriesType::Candle},
                  Candlestick(kTime.AddDays(i), 10 + i, 10 + i, 10 + i, 10 + i));
  }
  const JsonValue tree = ParseStrictJson(SummaryToJson(SmallResult(charts)), "summary");
  const Json document(tree);
  EXPECT_FALSE(document.Has("orders"));
  ASSERT_EQ(document["charts"].Members().size(), 1U);
  const Json series = document["charts"]["Strategy Equity"]["series"];
  ASSERT_EQ(series.Members().size(), 1U);
  EXPECT_EQ(series["Equity"]["values"].Items().size(), 100U);  // one in three
  EXPECT_EQ(document["rollingWindow"].Members().size(), 0U);
}

// LEAN's file of each case, made again from its own charts, ledger and trades.
class ResultJsonOnLeanTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!tests::ExamDir() || !tests::LeanDataDir() || !tests::HasXz()) {
      GTEST_SKIP() << "needs REGIMEN_EXAM_DIR, REGIMEN_LEAN_DATA and xz";
    }
    rates_ = lean::ReadInterestRates(*tests::LeanDataDir() / lean::kInterestRateFile);
  }

  static void FillCharts(const LeanCase& lean, ChartCollection& charts) {
    for (const Json chart : lean.Result()["charts"].Members()) {
      Chart& target = charts.GetOrAdd(chart.Name());
      target.SetLegendDisabled(chart.Has("legendDisabled"));
      for (const Json series : chart["series"].Members()) {
        Series like(series.Name(), static_cast<SeriesType>(series["seriesType"].Integer()),
                    series["index"].Integer(), series["unit"].Text());
        if (series.Has("indexName")) {
          like.SetIndexName(series["indexName"].Text());
          like.SetTooltip(series["tooltip"].Text());
        }
        Series& added = target.TryAddAndGetSeries(like);
        if (like.SeriesType() == SeriesType::Candle) continue;
        for (const ChartPoint& point : lean.Points(chart.Name(), series.Name())) {
          added.AddPoint(point);
        }
      }
    }
    for (const Candlestick& candle : lean.Equity()) {
      charts.GetOrAdd("Strategy Equity").Find("Equity")->AddPoint(candle);
    }
  }

  // Every member that LEAN has, in its order. Decimals by value, since those of trades have lost
  // their scale in the exam's file; but the portfolio's statistics as texts.
  static void ExpectLike(Json actual, Json expected, const std::string& where) {
    ASSERT_EQ(actual.Kind(), expected.Kind()) << where;
    switch (expected.Kind()) {
      case JsonValue::Kind::Object:
        return ExpectMembersLike(actual.Members(), expected.Members(), where);
      case JsonValue::Kind::Array:
        return ExpectItemsLike(actual.Items(), expected.Items(), where);
      case JsonValue::Kind::Number:
      case JsonValue::Kind::String:
        return ExpectTextLike(actual.Text(), expected.Text(), where);
      case JsonValue::Kind::Boolean:
        ASSERT_EQ(actual.Boolean(), expected.Boolean()) << where;
        return;
      case JsonValue::Kind::Null:
        return;
    }
  }

  static void ExpectMembersLike(const std::vector<Json>& actual, const std::vector<Json>& expected,
                                const std::string& where) {
    auto member = actual.begin();
    for (const Json each : expected) {
      const std::string& name = each.Name();
      // LEAN's trade ids are random and are left out of the exam.
      while (member != actual.end() && member->Name() == "id" && name != "id") ++member;
      ASSERT_NE(member, actual.end()) << where << "/" << name;
      ASSERT_EQ(member->Name(), name) << where;
      // Of derivatives, whose identifiers have two parts, the trades are made without symbol.
      if (name != "symbols" || !IsDerivative(each)) ExpectLike(*member, each, where + "/" + name);
      if (HasFatalFailure()) return;
      ++member;
    }
  }

  static void ExpectItemsLike(const std::vector<Json>& actual, const std::vector<Json>& expected,
                              const std::string& where) {
    ASSERT_EQ(actual.size(), expected.size()) << where;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      ExpectLike(actual[i], expected[i], where + "/" + std::to_string(i));
      if (HasFatalFailure()) return;
    }
  }

  static void ExpectTextLike(const std::string& actual, const std::string& expected,
                             const std::string& where) {
    const auto a = Decimal::TryParse(actual);
    const auto b = Decimal::TryParse(expected);
    const bool text_is_known = where.find("/portfolioStatistics/") != std::string::npos;
    if (a.has_value() && b.has_value() && !text_is_known) {
      ASSERT_EQ(*a, *b) << where;
    } else {
      ASSERT_EQ(actual, expected) << where;
    }
  }

  static bool IsDerivative(Json symbols) { return symbols[0].Has("underlying"); }

  InterestRateProvider rates_;
};

TEST_F(ResultJsonOnLeanTest, RepeatsStatisticsTradesAndCharts) {
  for (const auto& file : tests::NamedLeanCases(*tests::ExamDir())) {
    const LeanCase lean(file);
    ChartCollection charts;
    FillCharts(lean, charts);
    const Json expected = lean.Result();
    StatisticsInput input;
    const std::vector<ProfitLossRecord> ledger = lean.Ledger();
    const std::vector<Trade> trades = lean.ClosedTrades();
    input.ledger = ledger;
    input.trades = trades;
    input.starting_capital =
        expected["totalPerformance"]["portfolioStatistics"]["startEquity"].Number();
    input.trading_days_per_year =
        expected["algorithmConfiguration"]["tradingDaysPerYear"].Integer();
    input.risk_free_rate = &rates_;
    BacktestResult result;
    result.charts = &charts;
    result.ledger = ledger;
    const RunStatistics statistics = ComputeRunStatistics(charts, input, {});
    ASSERT_EQ(statistics.error, "") << lean.Name();
    result.statistics = statistics.results;

    const JsonValue tree = ParseStrictJson(ResultToJson(result), lean.Name());
    const Json actual(tree);
    ExpectLike(actual["rollingWindow"], expected["rollingWindow"], lean.Name() + "/rollingWindow");
    ExpectLike(actual["profitLoss"], expected["profitLoss"], lean.Name() + "/profitLoss");
    ExpectLike(actual["totalPerformance"], expected["totalPerformance"], lean.Name());
    for (const Json chart : expected["charts"].Members()) {
      ExpectLike(actual["charts"][chart.Name()], chart, lean.Name() + "/" + chart.Name());
    }
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace regimen
