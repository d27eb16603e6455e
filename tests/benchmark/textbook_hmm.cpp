#include "tests/benchmark/textbook_hmm.hpp"

#include <algorithm>
#include <cmath>

namespace regimen::bench {
TextbookHmm::TextbookHmm(const std::vector<double>& x, std::size_t states, std::size_t dimensions)
    : start(states),
      transitions(states * states),
      means(states * dimensions),
      variances(states * dimensions),
      x_(x.data()),
      times_(x.size() / dimensions),
      states_(states),
      dimensions_(dimensions),
      alpha_(times_ * states),
      beta_(states),
      ahead_(states),
      density_(times_ * states),
      scale_(times_),
      constant_(states),
      inverse_(states * dimensions),
      pair_(states * states),
      weight_(states),
      first_(states * dimensions),
      second_(states * dimensions),
      start_gamma_(states) {}

double TextbookHmm::Iterate() {
  Densities();
  const double log_likelihood = Forward();
  Backward();
  Maximise();
  return log_likelihood;
}

void TextbookHmm::Densities() {
  constexpr double kLogTwoPi = 1.8378770664093454836;
  const std::size_t states = states_;
  const std::size_t dimensions = dimensions_;
  for (std::size_t k = 0; k < states; ++k) {
    constant_[k] = 0;
    for (std::size_t d = 0; d < dimensions; ++d) {
      constant_[k] -= 0.5 * (kLogTwoPi + std::log(variances[k * dimensions + d]));
      inverse_[k * dimensions + d] = 0.5 / variances[k * dimensions + d];
    }
  }
  const double* x = x_;
  double* density = density_.data();
  for (std::size_t t = 0; t < times_; ++t, x += dimensions) {
    const double* mean = means.data();
    const double* inverse = inverse_.data();
    for (std::size_t k = 0; k < states; ++k) {
      double exponent = constant_[k];
      for (std::size_t d = 0; d < dimensions; ++d) {
        const double deviation = x[d] - *mean++;
        exponent -= deviation * deviation * *inverse++;
      }
      *density++ = std::exp(exponent);
    }
  }
}

double TextbookHmm::Forward() {
  const std::size_t states = states_;
  const double* const matrix = transitions.data();
  double log_likelihood = 0;
  for (std::size_t t = 0; t < times_; ++t) {
    double* const alpha = &alpha_[t * states];
    const double* const before = alpha - states;
    const double* const density = &density_[t * states];
    double sum = 0;
    for (std::size_t j = 0; j < states; ++j) {
      double value = t == 0 ? start[j] : 0;
      for (std::size_t i = 0; t > 0 && i < states; ++i) value += before[i] * matrix[i * states + j];
      alpha[j] = value * density[j];
      sum += alpha[j];
    }
    scale_[t] = 1 / sum;
    for (std::size_t j = 0; j < states; ++j) alpha[j] *= scale_[t];
    log_likelihood += std::log(sum);
  }
  return log_likelihood;
}

// Steps back through time; each step counts its transitions while it has their parts at hand.
void TextbookHmm::Backward() {
  const std::size_t states = states_;
  for (std::vector<double>* sums : {&pair_, &weight_, &first_, &second_}) {
    std::fill(sums->begin(), sums->end(), 0.0);
  }
  std::fill(beta_.begin(), beta_.end(), 1.0);
  Count(times_ - 1);
  for (std::size_t t = times_ - 1; t-- > 0;) {
    const double* const alpha = &alpha_[t * states];
    const double* const density = &density_[(t + 1) * states];
    for (std::size_t j = 0; j < states; ++j) ahead_[j] = density[j] * beta_[j] * scale_[t + 1];
    for (std::size_t i = 0; i < states; ++i) {
      double sum = 0;
      for (std::size_t j = 0; j < states; ++j) {
        const double value = transitions[i * states + j] * ahead_[j];
        sum += value;
        pair_[i * states + j] += alpha[i] * value;
      }
      beta_[i] = sum;
    }
    Count(t);
  }
}

void TextbookHmm::Count(std::size_t t) {
  for (std::size_t k = 0; k < states_; ++k) {
    const double gamma = alpha_[t * states_ + k] * beta_[k];
    if (t == 0) start_gamma_[k] = gamma;
    weight_[k] += gamma;
    for (std::size_t d = 0; d < dimensions_; ++d) {
      const double value = x_[t * dimensions_ + d];
      first_[k * dimensions_ + d] += gamma * value;
      second_[k * dimensions_ + d] += gamma * value * value;
    }
  }
}

void TextbookHmm::Maximise() {
  constexpr double kFloor = 1e-10;
  const std::size_t states = states_;
  const std::size_t dimensions = dimensions_;
  for (std::size_t k = 0; k < states; ++k) {
    start[k] = start_gamma_[k];
    for (std::size_t d = 0; d < dimensions; ++d) {
      const std::size_t at = k * dimensions + d;
      means[at] = first_[at] / weight_[k];
      variances[at] = std::max(second_[at] / weight_[k] - means[at] * means[at], kFloor);
    }
    double row = 0;
    for (std::size_t j = 0; j < states; ++j) row += pair_[k * states + j];
    for (std::size_t j = 0; j < states; ++j)
      transitions[k * states + j] = pair_[k * states + j] / row;
  }
}

}  // namespace regimen::bench
