// Figures of a list of returns, one per day, as fractions (LEAN Common/Statistics/Statistics.cs).
#pragma once

#include <span>

#include "framework/core/decimal.hpp"

namespace regimen::statistics {

// C#'s cast of a finite double, saturating at the ends of decimal's range. Throws ArgumentError on
// NaN and infinities: a statistic that is no number makes all of them unavailable, as in LEAN.
Decimal SafeDecimalCast(double value);

// (1 + the arithmetic mean)^days - 1.
double AnnualPerformance(std::span<const double> returns, double trading_days_per_year);
// Variance x days; 0 where the variance is NaN.
double AnnualVariance(std::span<const double> returns, double trading_days_per_year);
double AnnualStandardDeviation(std::span<const double> returns, double trading_days_per_year);
// Of the returns below `minimum_acceptable_return` alone, around their own mean.
double AnnualDownsideStandardDeviation(std::span<const double> returns,
                                       double trading_days_per_year,
                                       double minimum_acceptable_return = 0);
// The annual standard deviation of the differences; 0 for lists of different lengths.
double TrackingError(std::span<const double> returns, std::span<const double> benchmark,
                     double trading_days_per_year);
// (performance - risk-free rate) / deviation, computed in double; 0 for a deviation of 0.
Decimal SharpeRatio(Decimal average_performance, Decimal standard_deviation,
                    Decimal risk_free_rate);
// Mean less risk-free rate over standard deviation, not annualised; 0 where the deviation is 0 or
// NaN.
double ObservedSharpeRatio(std::span<const double> returns, double risk_free_rate = 0);
// The probability that the Sharpe ratio behind the returns is above `benchmark_sharpe_ratio`, both
// per day. LEAN's formula: excess kurtosis in the place of the raw one. 0 for fewer than four
// returns.
double ProbabilisticSharpeRatio(std::span<const double> returns, double benchmark_sharpe_ratio,
                                double risk_free_rate = 0);
// The return that the worst (1 - confidence) of days stay below under a normal distribution, over
// the last `lookback_days` returns; rounded to 3 digits. Requires at least two returns.
Decimal ValueAtRisk(std::span<const double> returns, int lookback_days, double confidence);
// (final / starting)^(1 / years) - 1; 0 where that is not defined.
Decimal CompoundingAnnualPerformance(Decimal starting_capital, Decimal final_capital,
                                     Decimal years);

}  // namespace regimen::statistics
