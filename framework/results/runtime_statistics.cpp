#include "framework/results/runtime_statistics.hpp"

#include "framework/core/text.hpp"
#include "framework/statistics/performance_metrics.hpp"

namespace regimen {
namespace {

constexpr int kDigits = 2;

// .NET's "P".
std::string Percent(Decimal fraction) { return GroupedFixed(fraction * 100, kDigits) + " %"; }

}  // namespace

std::map<std::string, std::string> BuildRuntimeStatistics(const RuntimeFigures& figures,
                                                          const SummaryStatistics& summary,
                                                          std::map<std::string, std::string> user) {
  const auto money = [&](Decimal value) {
    return figures.currency_symbol + GroupedFixed(value, kDigits);
  };
  const std::string* probability =
      summary.TryGetValue(PerformanceMetrics::ProbabilisticSharpeRatio);
  const Decimal net_return =
      figures.starting_capital > 0
          ? (figures.equity - figures.starting_capital) / figures.starting_capital
          : Decimal();
  std::map<std::string, std::string> statistics = std::move(user);
  statistics[PerformanceMetrics::ProbabilisticSharpeRatio] =
      probability == nullptr ? "0%" : *probability;
  statistics["Unrealized"] = money(figures.unrealized_profit);
  statistics["Fees"] = "-" + money(figures.fees);
  statistics["Net Profit"] = money(figures.net_profit);
  statistics["Return"] = Percent(net_return);
  statistics["Equity"] = money(figures.equity);
  statistics["Holdings"] = money(figures.holdings_value);
  statistics["Volume"] = money(figures.total_sale_volume);
  return statistics;
}

}  // namespace regimen
