// The numbers that make one Gaussian or Student-t hidden Markov model.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "regime/model/covariance_type.hpp"
#include "regime/model/emission_type.hpp"
#include "regime/model/markov_chain.hpp"
#include "regime/model/start_type.hpp"

namespace regimen::hmm {

// A plain value in the units of the observations; `Validate` tells whether it is a model.
struct HmmParameters {
  int states = 1;
  int dimensions = 1;
  CovarianceType covariance_type = CovarianceType::Diagonal;
  EmissionType emission_type = EmissionType::Gaussian;
  StartType start_type = StartType::Free;

  std::vector<double> start;        // K
  std::vector<double> transitions;  // K x K, row by row: (i, j) is the probability of j after i
  std::vector<double> means;        // K x D

  // K full D x D matrices, whatever the type. Of a Student-t the scale matrix: its covariance is
  // nu / (nu - 2) of it.
  std::vector<double> covariances;

  // K, of a Student-t only.
  std::vector<double> degrees_of_freedom;

  MarkovChain Chain() const { return {start, transitions}; }
  std::span<const double> Mean(int state) const { return Slice(means, state, Width()); }
  std::span<const double> Covariance(int state) const {
    return Slice(covariances, state, Width() * Width());
  }

  // The variance of a dimension of a state: the diagonal of its covariance (scale) matrix.
  double Variance(int state, int dimension = 0) const {
    return Covariance(state)[static_cast<std::size_t>(dimension) * (Width() + 1)];
  }
  double Transition(int from, int to) const {
    return transitions[static_cast<std::size_t>(from) * static_cast<std::size_t>(states) +
                       static_cast<std::size_t>(to)];
  }

  // Throws HmmError unless this is a model: 1 to 8 states, 1 to 10 dimensions, arrays of their
  // sizes, probabilities, finite means, symmetric positive definite covariances of the stated type.
  void Validate() const;

  // Returns: the same model with its states renamed: state i of it is state order[i] of this one.
  // Requires: `order` is a permutation of 0..K-1.
  HmmParameters Permuted(std::span<const int> order) const;

  bool operator==(const HmmParameters&) const = default;

 private:
  std::size_t Width() const { return static_cast<std::size_t>(dimensions); }
  static std::span<const double> Slice(const std::vector<double>& all, int state,
                                       std::size_t size) {
    return std::span(all).subspan(static_cast<std::size_t>(state) * size, size);
  }
};

// Makes the parameters of K states in one dimension from means and variances: the common case,
// short.
HmmParameters MakeUnivariate(std::vector<double> start, std::vector<double> transitions,
                             std::vector<double> means, std::vector<double> variances);

}  // namespace regimen::hmm
