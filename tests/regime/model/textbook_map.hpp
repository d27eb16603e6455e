// Expectation maximisation for every kind of model, from the formulas of the literature and with
// plain loops: the witness of the general kernel. Shares nothing with it.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "tests/regime/model/textbook_em.hpp"

namespace regimen::tests {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

enum class Shape { Spherical, Diagonal, Full, Tied };

// Pseudo-observations and counts, as the header of Prior defines them.
struct TextbookPrior {
  double n = 0, r = 0, s = 0, transition = 0, sticky = 0, start = 0;
};

struct TextbookSeries {
  Matrix rows;     // a row with a NaN is missing
  Vector weights;  // as many as rows
  std::vector<std::size_t> lengths;

  bool Missing(std::size_t t) const {
    for (const double value : rows[t]) {
      if (std::isnan(value)) return true;
    }
    return weights[t] == 0;
  }
};

// Gauss and Jordan. Returns: the determinant.
inline double Invert(Matrix a, Matrix& inverse) {
  const std::size_t d = a.size();
  inverse.assign(d, Vector(d, 0.0));
  for (std::size_t i = 0; i < d; ++i) inverse[i][i] = 1;
  double determinant = 1;
  for (std::size_t i = 0; i < d; ++i) {
    const double pivot = a[i][i];
    determinant *= pivot;
    for (std::size_t j = 0; j < d; ++j) {
      a[i][j] /= pivot;
      inverse[i][j] /= pivot;
    }
    for (std::size_t k = 0; k < d; ++k) {
      const double factor = a[k][i];
      for (std::size_t j = 0; k != i && j < d; ++j) {
        a[k][j] -= factor * a[i][j];
        inverse[k][j] -= factor * inverse[i][j];
      }
    }
  }
  return determinant;
}

inline double QuadraticForm(const Vector& x, const Vector& mean, const Matrix& inverse) {
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j < x.size(); ++j) {
      sum += (x[i] - mean[i]) * inverse[i][j] * (x[j] - mean[j]);
    }
  }
  return sum;
}

class TextbookMap {
 public:
  Shape shape = Shape::Full;
  Vector start;                     // K
  Matrix transitions;               // K x K
  Matrix means;                     // K x D
  std::vector<Matrix> covariances;  // K x D x D
  Vector nu;                        // K degrees of freedom, or none: Gaussian
  TextbookPrior prior;

  // One iteration. Returns: the log-likelihood before it; `LogPrior` belongs to that too.
  double Iterate(const TextbookSeries& series) {
    Describe(series);
    const std::size_t states = start.size();
    const std::size_t d = means[0].size();
    Vector first(states, prior.start);
    Matrix counts(states, Vector(states, prior.transition));
    for (std::size_t k = 0; k < states; ++k) counts[k][k] += prior.sticky;
    Matrix gamma;
    double log_likelihood = 0;
    std::size_t begin = 0;
    const Matrix densities = Densities(series);
    for (const std::size_t length : series.lengths) {
      const auto at = static_cast<std::ptrdiff_t>(begin);
      const Matrix part(densities.begin() + at,
                        densities.begin() + at + static_cast<std::ptrdiff_t>(length));
      const TextbookPosterior posterior = TextbookForwardBackward(start, transitions, part);
      log_likelihood += posterior.log_likelihood;
      for (std::size_t i = 0; i < states; ++i) {
        first[i] += posterior.gamma[0][i];
        for (std::size_t j = 0; j < states; ++j) counts[i][j] += posterior.transitions[i][j];
      }
      gamma.insert(gamma.end(), posterior.gamma.begin(), posterior.gamma.end());
      begin += length;
    }
    Emissions(series, gamma, d);
    Rows(first, counts);
    return log_likelihood;
  }

  // Up to a constant of the series.
  double LogPrior() const {
    double value = 0;
    for (std::size_t k = 0; k < start.size(); ++k) {
      Matrix inverse;
      const double determinant = Invert(covariances[k], inverse);
      value -= prior.r / 2 * QuadraticForm(means[k], centre_, inverse);
      for (std::size_t j = 0; j < start.size(); ++j) {
        const double count = prior.transition + (j == k ? prior.sticky : 0);
        if (count > 0) value += count * std::log(transitions[k][j]);
      }
      if (prior.start > 0) value += prior.start * std::log(start[k]);
      if (shape == Shape::Tied && k > 0) continue;
      double trace = 0;
      for (std::size_t i = 0; i < centre_.size(); ++i) {
        value -= prior.s / 2 * inverse[i][i];
        for (std::size_t j = 0; j < centre_.size(); ++j) trace += inverse[i][j] * spread_[j][i];
      }
      value -= prior.n / 2 * (std::log(determinant) + trace);
    }
    return value;
  }

 private:
  // The weighted mean of the series and its covariance, shaped as the states' are.
  void Describe(const TextbookSeries& series) {
    const std::size_t d = series.rows[0].size();
    centre_.assign(d, 0.0);
    spread_.assign(d, Vector(d, 0.0));
    double total = 0;
    for (std::size_t t = 0; t < series.rows.size(); ++t) {
      if (series.Missing(t)) continue;
      total += series.weights[t];
      for (std::size_t i = 0; i < d; ++i) centre_[i] += series.weights[t] * series.rows[t][i];
    }
    for (double& value : centre_) value /= total;
    for (std::size_t t = 0; t < series.rows.size(); ++t) {
      if (series.Missing(t)) continue;
      AddOuter(series.rows[t], centre_, series.weights[t] / total, spread_);
    }
    spread_ = Shaped(spread_);
  }

  static void AddOuter(const Vector& x, const Vector& mean, double weight, Matrix& sum) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      for (std::size_t j = 0; j < x.size(); ++j) {
        sum[i][j] += weight * (x[i] - mean[i]) * (x[j] - mean[j]);
      }
    }
  }

  Matrix Shaped(const Matrix& full) const {
    if (shape == Shape::Full || shape == Shape::Tied) return full;
    const std::size_t d = full.size();
    Matrix result(d, Vector(d, 0.0));
    double trace = 0;
    for (std::size_t i = 0; i < d; ++i) trace += full[i][i];
    for (std::size_t i = 0; i < d; ++i) {
      result[i][i] = shape == Shape::Diagonal ? full[i][i] : trace / static_cast<double>(d);
    }
    return result;
  }

  double StudentScale(const Vector& x, std::size_t k, const Matrix& inverse) const {
    if (nu.empty()) return 1;
    const auto d = static_cast<double>(x.size());
    return (nu[k] + d) / (nu[k] + QuadraticForm(x, means[k], inverse));
  }

  Matrix Densities(const TextbookSeries& series) const {
    Matrix result(series.rows.size(), Vector(start.size(), 1.0));
    for (std::size_t k = 0; k < start.size(); ++k) {
      Matrix inverse;
      const double determinant = Invert(covariances[k], inverse);
      for (std::size_t t = 0; t < series.rows.size(); ++t) {
        if (series.Missing(t)) continue;
        const auto d = static_cast<double>(series.rows[t].size());
        const double q = QuadraticForm(series.rows[t], means[k], inverse);
        double density = std::exp(-q / 2) / std::sqrt(std::pow(2 * M_PI, d) * determinant);
        if (!nu.empty()) {
          density = std::tgamma((nu[k] + d) / 2) / std::tgamma(nu[k] / 2) /
                    std::sqrt(std::pow(nu[k] * M_PI, d) * determinant) *
                    std::pow(1 + q / nu[k], -(nu[k] + d) / 2);
        }
        result[t][k] = std::pow(density, series.weights[t]);
      }
    }
    return result;
  }

  void Emissions(const TextbookSeries& series, const Matrix& gamma, std::size_t d) {
    Matrix tied(d, Vector(d, 0.0));
    double tied_weight = prior.n;
    for (std::size_t k = 0; k < start.size(); ++k) {
      Matrix inverse;
      Invert(covariances[k], inverse);
      Vector sum(d, 0.0);
      double scaled = prior.r;
      for (std::size_t i = 0; i < d; ++i) sum[i] = prior.r * centre_[i];
      Vector share(series.rows.size(), 0.0);
      double weight = 0;
      for (std::size_t t = 0; t < series.rows.size(); ++t) {
        if (series.Missing(t)) continue;
        weight += gamma[t][k] * series.weights[t];
        share[t] = gamma[t][k] * series.weights[t] * StudentScale(series.rows[t], k, inverse);
        scaled += share[t];
        for (std::size_t i = 0; i < d; ++i) sum[i] += share[t] * series.rows[t][i];
      }
      for (std::size_t i = 0; i < d; ++i) means[k][i] = sum[i] / scaled;
      Matrix scatter(d, Vector(d, 0.0));
      AddOuter(means[k], centre_, prior.r, scatter);
      for (std::size_t t = 0; t < series.rows.size(); ++t) {
        if (!series.Missing(t)) AddOuter(series.rows[t], means[k], share[t], scatter);
      }
      AddTo(tied, scatter);
      tied_weight += weight;
      if (shape != Shape::Tied) covariances[k] = Divided(scatter, weight + prior.n);
    }
    if (shape != Shape::Tied) return;
    for (Matrix& covariance : covariances) covariance = Divided(tied, tied_weight);
  }

  static void AddTo(Matrix& sum, const Matrix& more) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
      for (std::size_t j = 0; j < sum.size(); ++j) sum[i][j] += more[i][j];
    }
  }

  // (scatter + the prior's) / weight, in shape.
  Matrix Divided(Matrix scatter, double weight) const {
    for (std::size_t i = 0; i < scatter.size(); ++i) {
      scatter[i][i] += prior.s;
      for (std::size_t j = 0; j < scatter.size(); ++j) {
        scatter[i][j] = (scatter[i][j] + prior.n * spread_[i][j]) / weight;
      }
    }
    return Shaped(scatter);
  }

  void Rows(const Vector& first, const Matrix& counts) {
    double total = 0;
    for (const double count : first) total += count;
    for (std::size_t i = 0; i < start.size(); ++i) {
      start[i] = first[i] / total;
      double row = 0;
      for (const double count : counts[i]) row += count;
      for (std::size_t j = 0; j < start.size(); ++j) transitions[i][j] = counts[i][j] / row;
    }
  }

  Vector centre_;
  Matrix spread_;
};

}  // namespace regimen::tests
