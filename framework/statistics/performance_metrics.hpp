// The names of the summary statistics (LEAN Common/Statistics/PerformanceMetrics.cs).
#pragma once

namespace regimen {

// NOLINTBEGIN(readability-identifier-naming): LEAN's names, which strategies use.
struct PerformanceMetrics {
  static constexpr const char* TotalOrders = "Total Orders";
  static constexpr const char* AverageWin = "Average Win";
  static constexpr const char* AverageLoss = "Average Loss";
  static constexpr const char* CompoundingAnnualReturn = "Compounding Annual Return";
  static constexpr const char* Drawdown = "Drawdown";
  static constexpr const char* Expectancy = "Expectancy";
  static constexpr const char* StartEquity = "Start Equity";
  static constexpr const char* EndEquity = "End Equity";
  static constexpr const char* NetProfit = "Net Profit";
  static constexpr const char* SharpeRatio = "Sharpe Ratio";
  static constexpr const char* SortinoRatio = "Sortino Ratio";
  static constexpr const char* ProbabilisticSharpeRatio = "Probabilistic Sharpe Ratio";
  static constexpr const char* LossRate = "Loss Rate";
  static constexpr const char* WinRate = "Win Rate";
  static constexpr const char* ProfitLossRatio = "Profit-Loss Ratio";
  static constexpr const char* Alpha = "Alpha";
  static constexpr const char* Beta = "Beta";
  static constexpr const char* AnnualStandardDeviation = "Annual Standard Deviation";
  static constexpr const char* AnnualVariance = "Annual Variance";
  static constexpr const char* InformationRatio = "Information Ratio";
  static constexpr const char* TrackingError = "Tracking Error";
  static constexpr const char* TreynorRatio = "Treynor Ratio";
  static constexpr const char* TotalFees = "Total Fees";
  static constexpr const char* EstimatedStrategyCapacity = "Estimated Strategy Capacity";
  static constexpr const char* LowestCapacityAsset = "Lowest Capacity Asset";
  static constexpr const char* PortfolioTurnover = "Portfolio Turnover";
  static constexpr const char* DrawdownRecovery = "Drawdown Recovery";
};
// NOLINTEND(readability-identifier-naming)

}  // namespace regimen
