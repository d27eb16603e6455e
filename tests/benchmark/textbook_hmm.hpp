// The yardstick: Baum-Welch as textbooks have it.
#pragma once

#include <cstddef>
#include <vector>

namespace regimen::bench {

// Scaled forward-backward with the number of states and dimensions known at run time, diagonal
// covariances, maximum likelihood. Allocates when it is made, not while it iterates. One thread.
class TextbookHmm {
 public:
  // `x` is T x D row by row and outlives this.
  TextbookHmm(const std::vector<double>& x, std::size_t states, std::size_t dimensions);

  // Parameters, K, K x K, K x D, K x D.
  std::vector<double> start, transitions, means, variances;

  // One iteration. Returns: the log-likelihood before it.
  double Iterate();

 private:
  void Densities();
  double Forward();
  void Backward();
  void Count(std::size_t t);
  void Maximise();

  const double* x_;
  std::size_t times_, states_, dimensions_;
  std::vector<double> alpha_, beta_, ahead_, density_, scale_;
  std::vector<double> constant_, inverse_;
  std::vector<double> pair_, weight_, first_, second_, start_gamma_;
};

}  // namespace regimen::bench
