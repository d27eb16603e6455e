#include "framework/statistics/return_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/core/text.hpp"
#include "framework/statistics/normal_distribution.hpp"
#include "framework/statistics/sample_moments.hpp"

namespace regimen::statistics {
namespace {

constexpr int kValueAtRiskDigits = 3;

bool IsNaNOrZero(double value) { return std::isnan(value) || value == 0; }

}  // namespace

Decimal SafeDecimalCast(double value) {
  if (!std::isfinite(value)) {
    throw ArgumentError("A statistic came out as " + ToText(value) +
                        ", which is no decimal number: expected a finite value.");
  }
  if (value <= Decimal::MinValue().ToDouble()) return Decimal::MinValue();
  if (value >= Decimal::MaxValue().ToDouble()) return Decimal::MaxValue();
  return value;
}

double AnnualPerformance(std::span<const double> returns, double trading_days_per_year) {
  return std::pow(Average(returns) + 1, trading_days_per_year) - 1;
}

double AnnualVariance(std::span<const double> returns, double trading_days_per_year) {
  const double variance = Variance(returns);
  return IsNaNOrZero(variance) ? 0 : variance * trading_days_per_year;
}

double AnnualStandardDeviation(std::span<const double> returns, double trading_days_per_year) {
  return std::sqrt(AnnualVariance(returns, trading_days_per_year));
}

double AnnualDownsideStandardDeviation(std::span<const double> returns,
                                       double trading_days_per_year,
                                       double minimum_acceptable_return) {
  std::vector<double> downside;
  std::copy_if(returns.begin(), returns.end(), std::back_inserter(downside),
               [=](double value) { return value < minimum_acceptable_return; });
  return AnnualStandardDeviation(downside, trading_days_per_year);
}

double TrackingError(std::span<const double> returns, std::span<const double> benchmark,
                     double trading_days_per_year) {
  if (returns.size() != benchmark.size()) return 0;
  std::vector<double> differences(returns.size());
  for (std::size_t i = 0; i < returns.size(); ++i) differences[i] = returns[i] - benchmark[i];
  return AnnualStandardDeviation(differences, trading_days_per_year);
}

Decimal SharpeRatio(Decimal average_performance, Decimal standard_deviation,
                    Decimal risk_free_rate) {
  const double deviation = standard_deviation.ToDouble();
  if (deviation == 0) return 0;
  return SafeDecimalCast((average_performance.ToDouble() - risk_free_rate.ToDouble()) / deviation);
}

double ObservedSharpeRatio(std::span<const double> returns, double risk_free_rate) {
  const double performance = Average(returns) - risk_free_rate;
  const double deviation = StandardDeviation(returns);
  return IsNaNOrZero(deviation) ? 0 : performance / deviation;
}

double ProbabilisticSharpeRatio(std::span<const double> returns, double benchmark_sharpe_ratio,
                                double risk_free_rate) {
  const double observed = ObservedSharpeRatio(returns, risk_free_rate);
  const double skewness_part = Skewness(returns) * observed;
  const double kurtosis_part = (Kurtosis(returns) - 1) / 4 * std::pow(observed, 2);
  const double error = std::pow(
      (1 - skewness_part + kurtosis_part) / (static_cast<double>(returns.size()) - 1), 0.5);
  if (std::isnan(error)) return 0;
  return NormalCdf(error == 0 ? 0 : (observed - benchmark_sharpe_ratio) / error);
}

Decimal ValueAtRisk(std::span<const double> returns, int lookback_days, double confidence) {
  const auto count = std::min(returns.size(), static_cast<std::size_t>(std::max(lookback_days, 0)));
  const std::span<const double> last = returns.last(count);
  const Decimal value = NormalQuantile(Mean(last), StandardDeviation(last), 1 - confidence);
  return Math::Round(value, kValueAtRiskDigits);
}

Decimal CompoundingAnnualPerformance(Decimal starting_capital, Decimal final_capital,
                                     Decimal years) {
  if (years.IsZero() || starting_capital.IsZero()) return 0;
  const double power = 1 / years.ToDouble();
  const double growth = final_capital.ToDouble() / starting_capital.ToDouble();
  const double result = std::pow(growth, power) - 1;
  return std::isfinite(result) ? SafeDecimalCast(result) : Decimal();
}

}  // namespace regimen::statistics
