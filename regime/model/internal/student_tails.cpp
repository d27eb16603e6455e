#include "regime/model/internal/student_tails.hpp"

#include <cmath>

namespace regimen::hmm::internal {
namespace {

// The derivative of log Gamma: recurrence up to 10, then the asymptotic series. Requires: x > 0.
double Digamma(double x) {
  constexpr double kLarge = 10;
  double result = 0;
  while (x < kLarge) {
    result -= 1 / x;
    x += 1;
  }
  const double inverse = 1 / (x * x);
  const double series =
      inverse * (1.0 / 12 - inverse * (1.0 / 120 - inverse * (1.0 / 252 - inverse / 240)));
  return result + std::log(x) - 1 / (2 * x) - series;
}

}  // namespace

double DegreesOfFreedom(double now, int dimensions, double tail) {
  const double half = (now + dimensions) / 2;
  // The expectation of log tau - tau over the latent scale tau.
  const double expected = tail + Digamma(half) - std::log(half);
  const auto slope = [expected](double nu) {
    return std::log(nu / 2) + 1 - Digamma(nu / 2) + expected;
  };
  double low = kLeastDegreesOfFreedom;
  double high = kMostDegreesOfFreedom;
  // log x - digamma x falls in x: the slope changes sign once.
  if (slope(low) <= 0) return low;
  if (slope(high) >= 0) return high;
  constexpr int kBisections = 60;
  for (int i = 0; i < kBisections; ++i) {
    const double middle = (low + high) / 2;
    (slope(middle) > 0 ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace regimen::hmm::internal
