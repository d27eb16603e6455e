#pragma once

#include <span>

#include "framework/core/decimal.hpp"
#include "framework/statistics/profit_loss_record.hpp"
#include "framework/statistics/timed_value.hpp"

namespace regimen {

// What the figures of one period are computed from, borrowed. Everything is in time order.
struct PerformancePeriod {
  // Portfolio values, and beside each the annual risk-free rate of its day, as a fraction.
  std::span<const TimedValue> equity;
  std::span<const Decimal> risk_free_rates;
  // Sales volume of each day over the portfolio's value.
  std::span<const TimedValue> turnover;
  std::span<const ProfitLossRecord> ledger;
  // Daily returns as fractions, of the portfolio and of the benchmark.
  std::span<const double> returns;
  std::span<const double> benchmark;
  Decimal starting_capital;
  int trading_days_per_year = 252;
};

// Figures of a portfolio over a period (LEAN Common/Statistics/PortfolioStatistics.cs). Rates and
// returns are fractions. A value.
class PortfolioStatistics {
 public:
  PortfolioStatistics() = default;
  // With no starting capital or fewer than two returns only the two equities and the turnover are
  // set. Throws ArgumentError or OverflowError where a figure is no decimal number; LEAN then has
  // no statistics at all. O(points).
  explicit PortfolioStatistics(const PerformancePeriod& period);

  // Mean of the ledger's profits (losses) over the capital at that moment; losses are negative.
  Decimal AverageWinRate() const { return average_win_rate_; }
  Decimal AverageLossRate() const { return average_loss_rate_; }
  Decimal ProfitLossRatio() const { return profit_loss_ratio_; }
  // Shares of ledger records by their win flag.
  Decimal WinRate() const { return win_rate_; }
  Decimal LossRate() const { return loss_rate_; }
  Decimal Expectancy() const { return expectancy_; }
  Decimal StartEquity() const { return start_equity_; }
  Decimal EndEquity() const { return end_equity_; }
  // Over years of 365 days between the first and the last point.
  Decimal CompoundingAnnualReturn() const { return compounding_annual_return_; }
  // Positive, in steps of 0.001.
  Decimal Drawdown() const { return drawdown_; }
  Decimal TotalNetProfit() const { return total_net_profit_; }
  Decimal SharpeRatio() const { return sharpe_ratio_; }
  Decimal ProbabilisticSharpeRatio() const { return probabilistic_sharpe_ratio_; }
  Decimal SortinoRatio() const { return sortino_ratio_; }
  Decimal Alpha() const { return alpha_; }
  Decimal Beta() const { return beta_; }
  Decimal AnnualStandardDeviation() const { return annual_standard_deviation_; }
  Decimal AnnualVariance() const { return annual_variance_; }
  Decimal InformationRatio() const { return information_ratio_; }
  Decimal TrackingError() const { return tracking_error_; }
  Decimal TreynorRatio() const { return treynor_ratio_; }
  Decimal PortfolioTurnover() const { return portfolio_turnover_; }
  // The daily return that 1 (5) of 100 days fall below under a normal distribution.
  Decimal ValueAtRisk99() const { return value_at_risk_99_; }
  Decimal ValueAtRisk95() const { return value_at_risk_95_; }
  // Whole days.
  int DrawdownRecovery() const { return drawdown_recovery_; }

 private:
  void SetTradeRates(const PerformancePeriod& period);
  void SetReturns(const PerformancePeriod& period);
  void SetRatios(const PerformancePeriod& period);
  void SetRisks(const PerformancePeriod& period);

  Decimal average_win_rate_;
  Decimal average_loss_rate_;
  Decimal profit_loss_ratio_;
  Decimal win_rate_;
  Decimal loss_rate_;
  Decimal expectancy_;
  Decimal start_equity_;
  Decimal end_equity_;
  Decimal compounding_annual_return_;
  Decimal drawdown_;
  Decimal total_net_profit_;
  Decimal sharpe_ratio_;
  Decimal probabilistic_sharpe_ratio_;
  Decimal sortino_ratio_;
  Decimal alpha_;
  Decimal beta_;
  Decimal annual_standard_deviation_;
  Decimal annual_variance_;
  Decimal information_ratio_;
  Decimal tracking_error_;
  Decimal treynor_ratio_;
  Decimal portfolio_turnover_;
  Decimal value_at_risk_99_;
  Decimal value_at_risk_95_;
  int drawdown_recovery_ = 0;
};

}  // namespace regimen
