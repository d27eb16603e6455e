#include "framework/statistics/portfolio_statistics.hpp"

#include <cmath>
#include <cstddef>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/statistics/drawdown_metrics.hpp"
#include "framework/statistics/return_statistics.hpp"
#include "framework/statistics/sample_moments.hpp"

namespace regimen {
namespace {

constexpr std::size_t kFewestReturns = 2;
constexpr int kDaysPerYear = 365;
constexpr int kDrawdownDigits = 3;

Decimal AverageOf(std::span<const Decimal> values) {
  Decimal sum;
  for (const Decimal value : values) sum += value;
  return values.empty() ? sum : sum / values.size();
}

Decimal AverageOf(std::span<const TimedValue> values) {
  Decimal sum;
  for (const TimedValue& each : values) sum += each.value;
  return values.empty() ? sum : sum / values.size();
}

// 0 where there is no quotient: a zero divisor, or a result out of range.
Decimal SafeDivision(Decimal numerator, Decimal denominator) {
  if (denominator.IsZero()) return 0;
  try {
    return numerator / denominator;
  } catch (const OverflowError&) {
    return 0;
  }
}

// The difference of two decimals as LEAN takes it for its ratios: in binary floating point.
Decimal BinaryDifference(Decimal a, Decimal b) {
  return statistics::SafeDecimalCast(a.ToDouble() - b.ToDouble());
}

Decimal AnnualPerformance(std::span<const double> returns, int days) {
  return statistics::SafeDecimalCast(statistics::AnnualPerformance(returns, days));
}

}  // namespace

PortfolioStatistics::PortfolioStatistics(const PerformancePeriod& period)
    : start_equity_(period.starting_capital), portfolio_turnover_(AverageOf(period.turnover)) {
  if (!period.equity.empty()) end_equity_ = period.equity.back().value;
  if (period.starting_capital.IsZero() || period.returns.size() < kFewestReturns ||
      period.benchmark.size() < kFewestReturns) {
    return;
  }
  SetTradeRates(period);
  SetReturns(period);
  SetRatios(period);
  SetRisks(period);
}

void PortfolioStatistics::SetTradeRates(const PerformancePeriod& period) {
  Decimal capital = period.starting_capital;
  Decimal profit;
  Decimal loss;
  int profits = 0;
  int losses = 0;
  int wins = 0;
  for (const ProfitLossRecord& record : period.ledger) {
    const bool positive = record.profit_loss > 0;
    (positive ? profit : loss) += record.profit_loss / capital;
    ++(positive ? profits : losses);
    if (record.is_win) ++wins;
    capital += record.profit_loss;
  }
  if (profits > 0) average_win_rate_ = profit / profits;
  if (losses > 0) average_loss_rate_ = loss / losses;
  if (!average_loss_rate_.IsZero()) {
    profit_loss_ratio_ = average_win_rate_ / Math::Abs(average_loss_rate_);
  }
  const int records = profits + losses;
  if (records > 0) {
    win_rate_ = Decimal(wins) / records;
    loss_rate_ = Decimal(records - wins) / records;
  }
  expectancy_ = win_rate_ * profit_loss_ratio_ - loss_rate_;
}

void PortfolioStatistics::SetReturns(const PerformancePeriod& period) {
  total_net_profit_ = end_equity_ / period.starting_capital - 1;
  const TimeSpan length =
      period.equity.empty() ? TimeSpan() : period.equity.back().time - period.equity.front().time;
  compounding_annual_return_ = statistics::CompoundingAnnualPerformance(
      period.starting_capital, end_equity_, Decimal(length.TotalDays()) / kDaysPerYear);
}

void PortfolioStatistics::SetRatios(const PerformancePeriod& period) {
  const int days = period.trading_days_per_year;
  const std::span<const double> returns = period.returns;
  const std::span<const double> benchmark = period.benchmark;
  annual_variance_ = statistics::SafeDecimalCast(statistics::AnnualVariance(returns, days));
  annual_standard_deviation_ = std::sqrt(annual_variance_.ToDouble());

  const Decimal benchmark_performance = AnnualPerformance(benchmark, days);
  const Decimal performance = AnnualPerformance(returns, days);
  const Decimal risk_free = AverageOf(period.risk_free_rates);
  sharpe_ratio_ = statistics::SharpeRatio(performance, annual_standard_deviation_, risk_free);
  const Decimal downside =
      statistics::SafeDecimalCast(statistics::AnnualDownsideStandardDeviation(returns, days));
  sortino_ratio_ = statistics::SharpeRatio(performance, downside, risk_free);

  const double benchmark_variance = statistics::Variance(benchmark);
  if (!std::isnan(benchmark_variance) && benchmark_variance != 0) {
    beta_ = statistics::Covariance(returns, benchmark) / benchmark_variance;
  }
  if (!beta_.IsZero()) {
    alpha_ = performance - (risk_free + beta_ * (benchmark_performance - risk_free));
    treynor_ratio_ = SafeDivision(BinaryDifference(performance, risk_free), beta_);
  }
  tracking_error_ = statistics::TrackingError(returns, benchmark, days);
  information_ratio_ =
      SafeDivision(BinaryDifference(performance, benchmark_performance), tracking_error_);

  // An annual Sharpe ratio of 1, per day.
  const double benchmark_sharpe_ratio = 1 / std::sqrt(days);
  probabilistic_sharpe_ratio_ = statistics::SafeDecimalCast(statistics::ProbabilisticSharpeRatio(
      returns, benchmark_sharpe_ratio, risk_free.ToDouble() / days));
}

void PortfolioStatistics::SetRisks(const PerformancePeriod& period) {
  const int days = period.trading_days_per_year;
  value_at_risk_99_ = statistics::ValueAtRisk(period.returns, days, 0.99);
  value_at_risk_95_ = statistics::ValueAtRisk(period.returns, days, 0.95);
  const DrawdownMetrics metrics =
      statistics::CalculateDrawdownMetrics(period.equity, kDrawdownDigits);
  drawdown_ = metrics.drawdown;
  drawdown_recovery_ = metrics.recovery_days;
}

}  // namespace regimen
