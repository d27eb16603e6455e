#include "framework/statistics/normal_distribution.hpp"

#include <cmath>
#include <numbers>
#include <string>

#include <boost/math/policies/policy.hpp>
#include <boost/math/special_functions/erf.hpp>

#include "framework/core/error.hpp"

namespace regimen::statistics {
namespace {

// Without promotion to long double, whose width depends on the machine.
using Policy = boost::math::policies::policy<
    boost::math::policies::promote_double<false>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>>;

}  // namespace

double NormalCdf(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

double NormalQuantile(double mean, double standard_deviation, double probability) {
  if (!(standard_deviation >= 0) || !(probability >= 0 && probability <= 1)) {
    throw ArgumentError("No normal quantile of probability " + std::to_string(probability) +
                        " with standard deviation " + std::to_string(standard_deviation) +
                        ": expected a probability from 0 to 1 and a deviation of 0 or more.");
  }
  return mean - standard_deviation * std::numbers::sqrt2 *
                    boost::math::erfc_inv(2 * probability, Policy());
}

}  // namespace regimen::statistics
