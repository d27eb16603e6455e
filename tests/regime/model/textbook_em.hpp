// Textbook inference and EM, written for clarity alone: the witness of the fast code. Shares
// nothing with it.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace regimen::tests {

struct TextbookModel {
  std::vector<double> start;                     // K
  std::vector<std::vector<double>> transitions;  // K x K
  std::vector<double> means, variances;          // K
};

struct TextbookPosterior {
  double log_likelihood = 0;
  std::vector<std::vector<double>> gamma;        // T x K
  std::vector<std::vector<double>> transitions;  // K x K, expected counts
};

inline std::vector<std::vector<double>> NormalDensities(const TextbookModel& model,
                                                        const std::vector<double>& x) {
  std::vector<std::vector<double>> b(x.size(), std::vector<double>(model.start.size()));
  for (std::size_t t = 0; t < x.size(); ++t) {
    for (std::size_t k = 0; k < model.start.size(); ++k) {
      const double deviation = x[t] - model.means[k];
      b[t][k] = std::exp(-deviation * deviation / (2 * model.variances[k])) /
                std::sqrt(2 * M_PI * model.variances[k]);
    }
  }
  return b;
}

// Rabiner's scaled forward-backward recursions over a table of likelihoods.
inline TextbookPosterior TextbookForwardBackward(const std::vector<double>& start,
                                                 const std::vector<std::vector<double>>& a,
                                                 const std::vector<std::vector<double>>& b) {
  const std::size_t times = b.size();
  const std::size_t states = start.size();
  std::vector<std::vector<double>> alpha(times, std::vector<double>(states));
  std::vector<std::vector<double>> beta(times, std::vector<double>(states, 1.0));
  std::vector<double> scale(times);
  TextbookPosterior result;
  for (std::size_t t = 0; t < times; ++t) {
    for (std::size_t j = 0; j < states; ++j) {
      double prior = start[j];
      if (t > 0) {
        prior = 0;
        for (std::size_t i = 0; i < states; ++i) prior += alpha[t - 1][i] * a[i][j];
      }
      alpha[t][j] = prior * b[t][j];
      scale[t] += alpha[t][j];
    }
    for (double& value : alpha[t]) value /= scale[t];
    result.log_likelihood += std::log(scale[t]);
  }
  for (std::size_t t = times - 1; t-- > 0;) {
    for (std::size_t i = 0; i < states; ++i) {
      beta[t][i] = 0;
      for (std::size_t j = 0; j < states; ++j) {
        beta[t][i] += a[i][j] * b[t + 1][j] * beta[t + 1][j] / scale[t + 1];
      }
    }
  }
  result.gamma = alpha;
  result.transitions.assign(states, std::vector<double>(states, 0.0));
  for (std::size_t t = 0; t < times; ++t) {
    for (std::size_t i = 0; i < states; ++i) {
      result.gamma[t][i] = alpha[t][i] * beta[t][i];
      for (std::size_t j = 0; t + 1 < times && j < states; ++j) {
        result.transitions[i][j] +=
            alpha[t][i] * a[i][j] * b[t + 1][j] * beta[t + 1][j] / scale[t + 1];
      }
    }
  }
  return result;
}

// One iteration of maximum-likelihood Baum-Welch. Returns: the log-likelihood before it.
inline double TextbookIteration(const std::vector<double>& x, TextbookModel& model) {
  const TextbookPosterior posterior =
      TextbookForwardBackward(model.start, model.transitions, NormalDensities(model, x));
  const std::size_t states = model.start.size();
  for (std::size_t k = 0; k < states; ++k) {
    double weight = 0;
    double first = 0;
    for (std::size_t t = 0; t < x.size(); ++t) {
      weight += posterior.gamma[t][k];
      first += posterior.gamma[t][k] * x[t];
    }
    model.means[k] = first / weight;
    double scatter = 0;
    for (std::size_t t = 0; t < x.size(); ++t) {
      scatter += posterior.gamma[t][k] * (x[t] - model.means[k]) * (x[t] - model.means[k]);
    }
    model.variances[k] = scatter / weight;
    model.start[k] = posterior.gamma[0][k];
    double row = 0;
    for (const double count : posterior.transitions[k]) row += count;
    for (std::size_t j = 0; j < states; ++j) {
      model.transitions[k][j] = posterior.transitions[k][j] / row;
    }
  }
  return posterior.log_likelihood;
}

}  // namespace regimen::tests
