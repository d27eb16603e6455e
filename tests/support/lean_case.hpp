// One of LEAN's own results, as typed parts: the truth that statistics and result files are held
// to.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <rapidjson/document.h>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/security_identifier.hpp"
#include "framework/core/symbol.hpp"
#include "framework/statistics/candlestick.hpp"
#include "framework/statistics/chart_point.hpp"
#include "framework/statistics/profit_loss_record.hpp"
#include "framework/statistics/trade.hpp"
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

// Numbers are texts in it, as they were written.
class LeanCase {
 public:
  using Json = rapidjson::Value;

  explicit LeanCase(const std::filesystem::path& file) : name_(file.stem().stem().string()) {
    document_.Parse<rapidjson::kParseNumbersAsStringsFlag>(ReadXz(file).c_str());
    if (document_.HasParseError()) throw std::runtime_error("no JSON: " + file.string());
  }

  const std::string& Name() const { return name_; }
  const Json& Result() const { return document_["result"]; }
  const Json& OrderEvents() const { return document_["orderEvents"]; }
  std::string Statistic(const char* name) const { return Text(Result()["statistics"][name]); }

  static std::string Text(const Json& value) { return value.GetString(); }
  static Decimal Number(const Json& value) { return Decimal::Parse(value.GetString()); }
  static DateTime UnixTime(const Json& value) {
    return DateTime::UnixEpoch.AddSeconds(std::stoll(value.GetString()));
  }

  // The points of a series; empty where LEAN has no such chart.
  const Json* Values(const char* chart, const char* series) const {
    const Json& charts = Result()["charts"];
    if (!charts.HasMember(chart) || !charts[chart]["series"].HasMember(series)) return nullptr;
    return &charts[chart]["series"][series]["values"];
  }
  std::vector<ChartPoint> Points(const char* chart, const char* series) const {
    std::vector<ChartPoint> points;
    const Json* values = Values(chart, series);
    for (rapidjson::SizeType i = 0; values != nullptr && i < values->Size(); ++i) {
      const Json& value = (*values)[i];
      if (value[1].IsNull()) {
        points.push_back(ChartPoint(UnixTime(value[0])));
      } else {
        points.push_back(ChartPoint(UnixTime(value[0]), Number(value[1])));
      }
    }
    return points;
  }
  // Times that differ by parts of a second, which the file does not hold, are told apart by a tick.
  std::vector<Candlestick> Equity() const {
    std::vector<Candlestick> candles;
    for (const Json& value : Values("Strategy Equity", "Equity")->GetArray()) {
      DateTime time = UnixTime(value[0]);
      if (!candles.empty() && candles.back().Time() >= time)
        time = candles.back().Time().AddTicks(1);
      candles.emplace_back(time, Number(value[1]), Number(value[2]), Number(value[3]),
                           Number(value[4]));
    }
    return candles;
  }

  // In the order in which they were closed.
  std::vector<Trade> ClosedTrades() const {
    std::vector<Trade> trades;
    for (const Json& json : Result()["totalPerformance"]["closedTrades"].GetArray()) {
      trades.push_back(ToTrade(json, static_cast<int>(trades.size()) + 1));
    }
    return trades;
  }
  // Which records count as wins is not in the file. It is their sign but where options were
  // exercised; there the case's own rate says it, all or none in the cases there are.
  std::vector<ProfitLossRecord> Ledger() const {
    bool exercised = false;
    for (const Json& event : OrderEvents().GetArray()) {
      exercised = exercised || event.HasMember("isInTheMoney");
    }
    std::vector<ProfitLossRecord> ledger;
    for (const auto& member : Result()["profitLoss"].GetObject()) {
      const Decimal profit_loss = Number(member.value);
      const bool win = exercised ? Statistic("Win Rate") == "100%" : profit_loss > 0;
      ledger.push_back({IsoTime(Text(member.name)), profit_loss, win});
    }
    return ledger;
  }

  static Symbol ToSymbol(const std::string& id, const std::string& value) {
    return {SecurityIdentifier::Parse(id), value};
  }

 private:
  static Trade ToTrade(const Json& json, int number) {
    Trade::Fields fields;
    // Derivatives have identifiers of two parts, which are of no concern here.
    const std::string id = Text(json["symbols"][0]["id"]);
    if (id.find('|') == std::string::npos) {
      fields.symbol = ToSymbol(id, Text(json["symbols"][0]["value"]));
    }
    fields.entry_time = IsoTime(Text(json["entryTime"]));
    fields.entry_price = Number(json["entryPrice"]);
    fields.direction =
        Text(json["direction"]) == "0" ? TradeDirection::Long : TradeDirection::Short;
    fields.quantity = Number(json["quantity"]);
    fields.exit_time = IsoTime(Text(json["exitTime"]));
    fields.exit_price = Number(json["exitPrice"]);
    fields.profit_loss = Number(json["profitLoss"]);
    fields.total_fees = Number(json["totalFees"]);
    fields.maximum_adverse_excursion = Number(json["mae"]);
    fields.maximum_favorable_excursion = Number(json["mfe"]);
    fields.end_trade_drawdown = Number(json["endTradeDrawdown"]);
    fields.is_win = json["isWin"].GetBool();
    for (const Json& order : json["orderIds"].GetArray()) {
      fields.order_ids.push_back(std::stoi(order.GetString()));
    }
    fields.number = number;
    return Trade(std::move(fields));
  }

  std::string name_;
  rapidjson::Document document_;
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
