#include "framework/statistics/sample_moments.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <string>

#include "framework/core/error.hpp"

namespace regimen::statistics {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Sums of powers of the deviations from the mean, updated value by value.
struct CentralMoments {
  double count = 0;
  double second = 0;
  double third = 0;
  double fourth = 0;
};

CentralMoments MomentsOf(std::span<const double> values) {
  CentralMoments m;
  double mean = 0;
  for (const double x : values) {
    const double before = m.count;
    m.count += 1;
    const double n = m.count;
    const double delta = x - mean;
    const double step = delta / n;
    const double step2 = step * step;
    const double term = delta * step * before;
    mean += step;
    m.fourth += term * step2 * (n * n - 3 * n + 3) + 6 * step2 * m.second - 4 * step * m.third;
    m.third += term * step * (n - 2) - 3 * step * m.second;
    m.second += term;
  }
  return m;
}

}  // namespace

double Average(std::span<const double> values) {
  double sum = 0;
  for (const double x : values) sum += x;
  return sum / static_cast<double>(values.size());
}

double Mean(std::span<const double> values) {
  if (values.empty()) return kNaN;
  double mean = 0;
  double count = 0;
  for (const double x : values) mean += (x - mean) / ++count;
  return mean;
}

double Variance(std::span<const double> values) {
  if (values.size() < 2) return kNaN;
  double squares = 0;
  double sum = values[0];
  double count = 1;
  for (const double x : values.subspan(1)) {
    count += 1;
    sum += x;
    const double difference = count * x - sum;
    squares += difference * difference / (count * (count - 1));
  }
  return squares / (count - 1);
}

double StandardDeviation(std::span<const double> values) { return std::sqrt(Variance(values)); }

double Covariance(std::span<const double> a, std::span<const double> b) {
  if (a.size() != b.size()) {
    throw ArgumentError("The covariance of " + std::to_string(a.size()) + " and " +
                        std::to_string(b.size()) +
                        " values is not defined: both samples must have one length.");
  }
  if (a.size() < 2) return kNaN;
  double mean_a = 0;
  double mean_b = 0;
  double comoment = 0;
  double count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double previous_mean_b = mean_b;
    count += 1;
    mean_a += (a[i] - mean_a) / count;
    mean_b += (b[i] - mean_b) / count;
    comoment += (a[i] - mean_a) * (b[i] - previous_mean_b);
  }
  return comoment / (count - 1);
}

double Skewness(std::span<const double> values) {
  if (values.size() < 3) return kNaN;
  const CentralMoments m = MomentsOf(values);
  const double n = m.count;
  return n * m.third * std::sqrt(m.second / (n - 1)) / (m.second * m.second * (n - 2)) * (n - 1);
}

double Kurtosis(std::span<const double> values) {
  if (values.size() < 4) return kNaN;
  const CentralMoments m = MomentsOf(values);
  const double n = m.count;
  return (n * n - 1) / ((n - 2) * (n - 3)) *
         (n * m.fourth / (m.second * m.second) - 3 + 6 / (n + 1));
}

}  // namespace regimen::statistics
