#include "framework/results/internal/performance_json.hpp"

#include "framework/core/math.hpp"

namespace regimen {
namespace {

constexpr int kDigits = 4;

void Add(JsonWriter& json, const char* name, Decimal value) {
  json.Key(name).String(Math::Round(value, kDigits).ToString());
}
void Add(JsonWriter& json, const char* name, TimeSpan value) {
  json.Key(name).String(value.ToString());
}
void Add(JsonWriter& json, const char* name, int value) { json.Key(name).Integer(value); }
void Add(JsonWriter& json, const char* name, const std::optional<DateTime>& value) {
  json.Key(name);
  if (value.has_value()) {
    json.String(value->ToIso() + "Z");
  } else {
    json.Null();
  }
}

void WriteTradeStatistics(JsonWriter& json, const TradeStatistics& of) {
  json.BeginObject();
  Add(json, "startDateTime", of.StartDateTime());
  Add(json, "endDateTime", of.EndDateTime());
  Add(json, "totalNumberOfTrades", of.TotalNumberOfTrades());
  Add(json, "numberOfWinningTrades", of.NumberOfWinningTrades());
  Add(json, "numberOfLosingTrades", of.NumberOfLosingTrades());
  Add(json, "totalProfitLoss", of.TotalProfitLoss());
  Add(json, "totalProfit", of.TotalProfit());
  Add(json, "totalLoss", of.TotalLoss());
  Add(json, "largestProfit", of.LargestProfit());
  Add(json, "largestLoss", of.LargestLoss());
  Add(json, "averageProfitLoss", of.AverageProfitLoss());
  Add(json, "averageProfit", of.AverageProfit());
  Add(json, "averageLoss", of.AverageLoss());
  Add(json, "averageTradeDuration", of.AverageTradeDuration());
  Add(json, "averageWinningTradeDuration", of.AverageWinningTradeDuration());
  Add(json, "averageLosingTradeDuration", of.AverageLosingTradeDuration());
  Add(json, "medianTradeDuration", of.MedianTradeDuration());
  Add(json, "medianWinningTradeDuration", of.MedianWinningTradeDuration());
  Add(json, "medianLosingTradeDuration", of.MedianLosingTradeDuration());
  Add(json, "maxConsecutiveWinningTrades", of.MaxConsecutiveWinningTrades());
  Add(json, "maxConsecutiveLosingTrades", of.MaxConsecutiveLosingTrades());
  Add(json, "profitLossRatio", of.ProfitLossRatio());
  Add(json, "winLossRatio", of.WinLossRatio());
  Add(json, "winRate", of.WinRate());
  Add(json, "lossRate", of.LossRate());
  Add(json, "averageMAE", of.AverageMAE());
  Add(json, "averageMFE", of.AverageMFE());
  Add(json, "largestMAE", of.LargestMAE());
  Add(json, "largestMFE", of.LargestMFE());
  Add(json, "maximumClosedTradeDrawdown", of.MaximumClosedTradeDrawdown());
  Add(json, "maximumIntraTradeDrawdown", of.MaximumIntraTradeDrawdown());
  Add(json, "profitLossStandardDeviation", of.ProfitLossStandardDeviation());
  Add(json, "profitLossDownsideDeviation", of.ProfitLossDownsideDeviation());
  Add(json, "profitFactor", of.ProfitFactor());
  Add(json, "sharpeRatio", of.SharpeRatio());
  Add(json, "sortinoRatio", of.SortinoRatio());
  Add(json, "profitToMaxDrawdownRatio", of.ProfitToMaxDrawdownRatio());
  Add(json, "maximumEndTradeDrawdown", of.MaximumEndTradeDrawdown());
  Add(json, "averageEndTradeDrawdown", of.AverageEndTradeDrawdown());
  Add(json, "maximumDrawdownDuration", of.MaximumDrawdownDuration());
  Add(json, "totalFees", of.TotalFees());
  json.EndObject();
}

void WritePortfolioStatistics(JsonWriter& json, const PortfolioStatistics& of) {
  json.BeginObject();
  Add(json, "averageWinRate", of.AverageWinRate());
  Add(json, "averageLossRate", of.AverageLossRate());
  Add(json, "profitLossRatio", of.ProfitLossRatio());
  Add(json, "winRate", of.WinRate());
  Add(json, "lossRate", of.LossRate());
  Add(json, "expectancy", of.Expectancy());
  Add(json, "startEquity", of.StartEquity());
  Add(json, "endEquity", of.EndEquity());
  Add(json, "compoundingAnnualReturn", of.CompoundingAnnualReturn());
  Add(json, "drawdown", of.Drawdown());
  Add(json, "totalNetProfit", of.TotalNetProfit());
  Add(json, "sharpeRatio", of.SharpeRatio());
  Add(json, "probabilisticSharpeRatio", of.ProbabilisticSharpeRatio());
  Add(json, "sortinoRatio", of.SortinoRatio());
  Add(json, "alpha", of.Alpha());
  Add(json, "beta", of.Beta());
  Add(json, "annualStandardDeviation", of.AnnualStandardDeviation());
  Add(json, "annualVariance", of.AnnualVariance());
  Add(json, "informationRatio", of.InformationRatio());
  Add(json, "trackingError", of.TrackingError());
  Add(json, "treynorRatio", of.TreynorRatio());
  Add(json, "portfolioTurnover", of.PortfolioTurnover());
  Add(json, "valueAtRisk99", of.ValueAtRisk99());
  Add(json, "valueAtRisk95", of.ValueAtRisk95());
  // LEAN writes this whole number as a text too.
  Add(json, "drawdownRecovery", Decimal(of.DrawdownRecovery()));
  json.EndObject();
}

void WriteTrade(JsonWriter& json, const Trade& trade) {
  json.BeginObject().Key("id").String(trade.Id());
  json.Key("symbols").BeginArray();
  for (const Symbol& symbol : trade.Symbols()) {
    json.BeginObject().Key("value").String(symbol.Value()).Key("id").String(symbol.ID().ToString());
    json.Key("permtick").String(symbol.Value()).EndObject();
  }
  json.EndArray();
  Add(json, "entryTime", std::optional(trade.EntryTime()));
  json.Key("entryPrice").Number(trade.EntryPrice());
  Add(json, "direction", static_cast<int>(trade.Direction()));
  json.Key("quantity").Number(trade.Quantity());
  Add(json, "exitTime", std::optional(trade.ExitTime()));
  json.Key("exitPrice").Number(trade.ExitPrice());
  json.Key("profitLoss").Number(trade.ProfitLoss());
  json.Key("totalFees").Number(trade.TotalFees());
  json.Key("mae").Number(trade.MAE());
  json.Key("mfe").Number(trade.MFE());
  Add(json, "duration", trade.Duration());
  json.Key("endTradeDrawdown").Number(trade.EndTradeDrawdown());
  json.Key("isWin").Bool(trade.IsWin());
  json.Key("orderIds").BeginArray();
  for (const int id : trade.OrderIds()) json.Integer(id);
  json.EndArray().EndObject();
}

}  // namespace

void WritePerformance(JsonWriter& json, const AlgorithmPerformance& performance,
                      ClosedTradesIn closed_trades) {
  json.BeginObject().Key("tradeStatistics");
  WriteTradeStatistics(json, performance.TradeStatistics());
  json.Key("portfolioStatistics");
  WritePortfolioStatistics(json, performance.PortfolioStatistics());
  json.Key("closedTrades").BeginArray();
  if (closed_trades == ClosedTradesIn::Array) {
    for (const Trade& trade : performance.ClosedTrades()) WriteTrade(json, trade);
  }
  json.EndArray().EndObject();
}

}  // namespace regimen
