#include "regime/model/emission_density.hpp"

#include <array>
#include <cmath>
#include <string>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include "regime/model/hmm_error.hpp"
#include "regime/model/limits.hpp"

namespace regimen::hmm {
namespace {

constexpr double kLog2Pi = 1.8378770664093454836;
constexpr double kLogPi = 1.1447298858494001741;

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// log Gamma((nu + D) / 2) - log Gamma(nu / 2) - D/2 log(nu pi)
double StudentConstant(double nu, double dimensions) {
  return std::lgamma((nu + dimensions) / 2) - std::lgamma(nu / 2) -
         dimensions / 2 * (std::log(nu) + kLogPi);
}

}  // namespace

EmissionDensity::EmissionDensity(const HmmParameters& parameters)
    : states_(static_cast<std::size_t>(parameters.states)),
      dimensions_(static_cast<std::size_t>(parameters.dimensions)),
      means_(parameters.means),
      constants_(states_),
      degrees_of_freedom_(parameters.degrees_of_freedom) {
  inverse_factors_.reserve(states_ * dimensions_ * (dimensions_ + 1) / 2);
  const auto width = static_cast<Eigen::Index>(dimensions_);
  for (int state = 0; state < parameters.states; ++state) {
    const Eigen::Map<const Matrix> covariance(parameters.Covariance(state).data(), width, width);
    const Eigen::LLT<Matrix> factor(covariance);
    if (factor.info() != Eigen::Success) {
      throw HmmError(
          HmmFault::NotPositiveDefinite,
          "the covariance of state " + std::to_string(state) + " has no Cholesky factor");
    }
    const Matrix inverse = factor.matrixL().solve(Matrix::Identity(width, width));
    double log_root = 0;  // log sqrt(det covariance)
    for (Eigen::Index row = 0; row < width; ++row) {
      log_root -= std::log(inverse(row, row));
      for (Eigen::Index column = 0; column <= row; ++column) {
        inverse_factors_.push_back(inverse(row, column));
      }
    }
    const auto k = static_cast<std::size_t>(state);
    const auto dimensions = static_cast<double>(dimensions_);
    constants_[k] = -log_root + (degrees_of_freedom_.empty()
                                     ? -dimensions / 2 * kLog2Pi
                                     : StudentConstant(degrees_of_freedom_[k], dimensions));
  }
}

double EmissionDensity::SquaredDistance(std::span<const double> row, std::size_t state) const {
  std::array<double, kMaxDimensions> deviation;  // filled up to D below
  const double* mean = means_.data() + state * dimensions_;
  const double* factor = inverse_factors_.data() + state * (dimensions_ * (dimensions_ + 1) / 2);
  double result = 0;
  for (std::size_t i = 0; i < dimensions_; ++i) {
    deviation[i] = row[i] - mean[i];
    double whitened = 0;
    for (std::size_t j = 0; j <= i; ++j) whitened += *factor++ * deviation[j];
    result += whitened * whitened;
  }
  return result;
}

void EmissionDensity::LogDensities(std::span<const double> row, std::span<double> out) const {
  for (const double value : row) {
    if (!std::isnan(value)) continue;
    for (double& density : out) density = 0;
    return;
  }
  for (std::size_t k = 0; k < states_; ++k) {
    const double distance = SquaredDistance(row, k);
    if (degrees_of_freedom_.empty()) {
      out[k] = constants_[k] - distance / 2;
    } else {
      const double nu = degrees_of_freedom_[k];
      out[k] =
          constants_[k] - (nu + static_cast<double>(dimensions_)) / 2 * std::log1p(distance / nu);
    }
  }
}

}  // namespace regimen::hmm
