// Moments of a sample of doubles, in the order of operations of MathNet.Numerics 5 (streaming
// variants) and of .NET's Average, so that results agree to the last digit.
#pragma once

#include <span>

namespace regimen::statistics {

// The sum from left to right, divided by the count; NaN for no values.
double Average(std::span<const double> values);
// The running mean m += (x - m) / k; NaN for no values. Differs from Average in the last digits.
double Mean(std::span<const double> values);
// Divided by n - 1; NaN for fewer than two values.
double Variance(std::span<const double> values);
double StandardDeviation(std::span<const double> values);
// Divided by n - 1; NaN for fewer than two values. Requires equal lengths, else ArgumentError.
double Covariance(std::span<const double> a, std::span<const double> b);
// Unbiased; NaN for fewer than three values or equal ones.
double Skewness(std::span<const double> values);
// Excess kurtosis, unbiased; NaN for fewer than four values or equal ones.
double Kurtosis(std::span<const double> values);

}  // namespace regimen::statistics
