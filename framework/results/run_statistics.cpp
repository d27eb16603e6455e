#include "framework/results/run_statistics.hpp"

#include "framework/core/error.hpp"
#include "framework/results/chart_names.hpp"
#include "framework/statistics/statistics_builder.hpp"

namespace regimen {
namespace {

StatisticsResults Compute(const ChartCollection& charts, StatisticsInput input) {
  const Series* equity = charts.Find(chart_names::kStrategyEquity, chart_names::kEquity);
  const Series* performance = charts.Find(chart_names::kStrategyEquity, chart_names::kReturn);
  const Series* benchmark = charts.Find(chart_names::kBenchmark, chart_names::kBenchmark);
  const Series* turnover =
      charts.Find(chart_names::kPortfolioTurnover, chart_names::kPortfolioTurnover);
  if (equity == nullptr || equity->Count() == 0) return {};
  if (performance == nullptr || benchmark == nullptr) {
    StatisticsResults results;
    results.SetClosedTrades({input.trades.begin(), input.trades.end()});
    return results;
  }
  input.equity = equity->Candles();
  input.performance = performance->Values();
  input.benchmark = benchmark->Values();
  if (turnover != nullptr) input.turnover = turnover->Values();
  return GenerateStatistics(input);
}

}  // namespace

RunStatistics ComputeRunStatistics(const ChartCollection& charts, StatisticsInput input,
                                   const std::vector<SummaryStatistics::Entry>& custom) {
  try {
    RunStatistics statistics{.results = Compute(charts, std::move(input)), .error = {}};
    statistics.results.AddCustomSummaryStatistics(custom);
    return statistics;
  } catch (const RegimenError& error) {
    return {.results = {}, .error = error.what()};
  }
}

}  // namespace regimen
