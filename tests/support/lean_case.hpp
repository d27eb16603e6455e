// One of LEAN's own results, as typed parts: the truth that statistics and result files are held
// to.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/security_identifier.hpp"
#include "framework/core/symbol.hpp"
#include "framework/statistics/candlestick.hpp"
#include "framework/statistics/chart_point.hpp"
#include "framework/statistics/profit_loss_record.hpp"
#include "framework/statistics/trade.hpp"
#include "tests/support/json.hpp"
#include "tests/support/lean_results.hpp"

namespace regimen::tests {

// "2013-10-07T13:31:00[.fffffff]Z" as a UTC time.
inline DateTime IsoTime(std::string text) {
  if (!text.empty() && text.back() == 'Z') text.pop_back();
  const std::size_t point = text.find('.');
  const DateTime whole = DateTime::ParseExact(text.substr(0, point), "yyyy-MM-ddTHH:mm:ss");
  if (point == std::string::npos) return whole;
  std::string fraction = text.substr(point + 1);
  fraction.resize(7, '0');
  return whole.AddTicks(std::stoll(fraction));
}

// Reads the file once and makes its parts anew at each call. Throws as ParseStrictJson and Json do.
class LeanCase {
 public:
  explicit LeanCase(const std::filesystem::path& file)
      : name_(file.stem().stem().string()), tree_(ParseStrictJson(ReadXz(file), file.string())) {}

  const std::string& Name() const { return name_; }
  Json Result() const { return Json(tree_)["result"]; }
  Json OrderEvents() const { return Json(tree_)["orderEvents"]; }
  std::string Statistic(const char* name) const { return Result()["statistics"][name].Text(); }

  static DateTime UnixTime(Json value) {
    return DateTime::UnixEpoch.AddSeconds(std::stoll(value.Text()));
  }

  // The points of a series; empty where LEAN has no such chart.
  std::vector<Json> Values(std::string_view chart, std::string_view series) const {
    const Json charts = Result()["charts"];
    if (!charts.Has(chart) || !charts[chart]["series"].Has(series)) return {};
    return charts[chart]["series"][series]["values"].Items();
  }
  std::vector<ChartPoint> Points(std::string_view chart, std::string_view series) const {
    std::vector<ChartPoint> points;
    for (const Json value : Values(chart, series)) {
      if (value[1].Kind() == JsonValue::Kind::Null) {
        points.push_back(ChartPoint(UnixTime(value[0])));
      } else {
        points.push_back(ChartPoint(UnixTime(value[0]), value[1].Number()));
      }
    }
    return points;
  }
  // Times that differ by parts of a second, which the file does not hold, are told apart by a tick.
  std::vector<Candlestick> Equity() const {
    std::vector<Candlestick> candles;
    for (const Json value :
         Result()["charts"]["Strategy Equity"]["series"]["Equity"]["values"].Items()) {
      DateTime time = UnixTime(value[0]);
      if (!candles.empty() && candles.back().Time() >= time)
        time = candles.back().Time().AddTicks(1);
      candles.emplace_back(time, value[1].Number(), value[2].Number(), value[3].Number(),
                           value[4].Number());
    }
    return candles;
  }

  // In the order in which they were closed.
  std::vector<Trade> ClosedTrades() const {
    std::vector<Trade> trades;
    for (const Json json : Result()["totalPerformance"]["closedTrades"].Items()) {
      trades.push_back(ToTrade(json, static_cast<int>(trades.size()) + 1));
    }
    return trades;
  }
  // Which records count as wins is not in the file. It is their sign but where options were
  // exercised; there the case's own rate says it, all or none in the cases there are.
  std::vector<ProfitLossRecord> Ledger() const {
    bool exercised = false;
    for (const Json event : OrderEvents().Items()) {
      exercised = exercised || event.Has("isInTheMoney");
    }
    std::vector<ProfitLossRecord> ledger;
    for (const Json member : Result()["profitLoss"].Members()) {
      const Decimal profit_loss = member.Number();
      const bool win = exercised ? Statistic("Win Rate") == "100%" : profit_loss > 0;
      ledger.push_back({IsoTime(member.Name()), profit_loss, win});
    }
    return ledger;
  }

  static Symbol ToSymbol(const std::string& id, const std::string& value) {
    return {SecurityIdentifier::Parse(id), value};
  }

 private:
  static Trade ToTrade(Json json, int number) {
    Trade::Fields fields;
    // Derivatives have identifiers of two parts, which are of no concern here.
    const std::string id = json["symbols"][0]["id"].Text();
    if (id.find('|') == std::string::npos) {
      fields.symbol = ToSymbol(id, json["symbols"][0]["value"].Text());
    }
    fields.entry_time = IsoTime(json["entryTime"].Text());
    fields.entry_price = json["entryPrice"].Number();
    fields.direction =
        json["direction"].Text() == "0" ? TradeDirection::Long : TradeDirection::Short;
    fields.quantity = json["quantity"].Number();
    fields.exit_time = IsoTime(json["exitTime"].Text());
    fields.exit_price = json["exitPrice"].Number();
    fields.profit_loss = json["profitLoss"].Number();
    fields.total_fees = json["totalFees"].Number();
    fields.maximum_adverse_excursion = json["mae"].Number();
    fields.maximum_favorable_excursion = json["mfe"].Number();
    fields.end_trade_drawdown = json["endTradeDrawdown"].Number();
    fields.is_win = json["isWin"].Boolean();
    for (const Json order : json["orderIds"].Items()) {
      fields.order_ids.push_back(order.Integer());
    }
    fields.number = number;
    return Trade(std::move(fields));
  }

  std::string name_;
  JsonValue tree_;
};

// The files of LEAN's results of the named cases, and of them and the random trader's.
inline std::vector<std::filesystem::path> NamedLeanCases(const std::filesystem::path& exam) {
  return XzFiles(exam / "cases" / "lean-results");
}
inline std::vector<std::filesystem::path> AllLeanCases(const std::filesystem::path& exam) {
  std::vector<std::filesystem::path> files = NamedLeanCases(exam);
  const auto random = XzFiles(exam / "cases" / "random" / "results");
  files.insert(files.end(), random.begin(), random.end());
  return files;
}

}  // namespace regimen::tests
