#include "framework/statistics/summary_builder.hpp"

#include <string>

#include "framework/core/math.hpp"
#include "framework/core/rounding.hpp"
#include "framework/core/text.hpp"
#include "framework/statistics/performance_metrics.hpp"

namespace regimen {
namespace {

constexpr int kCapacityDigits = 2;
constexpr int kRatioDigits = 3;

// x 100, saturating.
Decimal Hundredfold(Decimal value) {
  return value >= Decimal::MaxValue() / 100 ? Decimal::MaxValue() : value * 100;
}

std::string Percent(Decimal fraction, int digits) {
  return Math::Round(Hundredfold(fraction), digits).ToString() + "%";
}

std::string Rounded(Decimal value, int digits) { return Math::Round(value, digits).ToString(); }

std::string Ratio(Decimal value) { return ToText(Math::Round(value.ToDouble(), kRatioDigits)); }

}  // namespace

SummaryStatistics SummarizeStatistics(const PortfolioStatistics& statistics,
                                      const StatisticsInput& input) {
  using Names = PerformanceMetrics;
  const std::string& currency = input.account_currency_symbol;
  SummaryStatistics summary;
  summary.Add(Names::TotalOrders, std::to_string(input.total_orders));
  summary.Add(Names::AverageWin, Percent(statistics.AverageWinRate(), 2));
  summary.Add(Names::AverageLoss, Percent(statistics.AverageLossRate(), 2));
  summary.Add(Names::CompoundingAnnualReturn, Percent(statistics.CompoundingAnnualReturn(), 3));
  summary.Add(Names::Drawdown, Percent(statistics.Drawdown(), 3));
  summary.Add(Names::Expectancy, Rounded(statistics.Expectancy(), 3));
  summary.Add(Names::StartEquity, Rounded(statistics.StartEquity(), 2));
  summary.Add(Names::EndEquity, Rounded(statistics.EndEquity(), 2));
  summary.Add(Names::NetProfit, Percent(statistics.TotalNetProfit(), 3));
  summary.Add(Names::SharpeRatio, Ratio(statistics.SharpeRatio()));
  summary.Add(Names::SortinoRatio, Ratio(statistics.SortinoRatio()));
  summary.Add(Names::ProbabilisticSharpeRatio, Percent(statistics.ProbabilisticSharpeRatio(), 3));
  summary.Add(Names::LossRate, Percent(statistics.LossRate(), 0));
  summary.Add(Names::WinRate, Percent(statistics.WinRate(), 0));
  summary.Add(Names::ProfitLossRatio, Rounded(statistics.ProfitLossRatio(), 2));
  summary.Add(Names::Alpha, Ratio(statistics.Alpha()));
  summary.Add(Names::Beta, Ratio(statistics.Beta()));
  summary.Add(Names::AnnualStandardDeviation, Ratio(statistics.AnnualStandardDeviation()));
  summary.Add(Names::AnnualVariance, Ratio(statistics.AnnualVariance()));
  summary.Add(Names::InformationRatio, Ratio(statistics.InformationRatio()));
  summary.Add(Names::TrackingError, Ratio(statistics.TrackingError()));
  summary.Add(Names::TreynorRatio, Ratio(statistics.TreynorRatio()));
  summary.Add(Names::TotalFees, currency + input.total_fees.ToFixed(2));
  summary.Add(Names::EstimatedStrategyCapacity,
              currency + RoundToSignificantDigits(input.capacity, kCapacityDigits).ToString());
  summary.Add(Names::LowestCapacityAsset, input.lowest_capacity_asset);
  summary.Add(Names::PortfolioTurnover, Percent(statistics.PortfolioTurnover(), 2));
  summary.Add(Names::DrawdownRecovery, std::to_string(statistics.DrawdownRecovery()));
  return summary;
}

}  // namespace regimen
