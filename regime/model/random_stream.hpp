// Random numbers that are the same everywhere.
#pragma once

#include <cstdint>
#include <span>

namespace regimen::hmm {

// A stream of random numbers, a function of (seed, stream) and nothing else: the i-th number is a
// hash of a counter (SplitMix64, Steele, Lea and Flood 2014), so streams of different tasks need no
// shared state and come out the same in any order, thread or standard library. A value; not for
// concurrent use of one object.
class RandomStream {
 public:
  explicit RandomStream(std::uint64_t seed, std::uint64_t stream = 0);

  std::uint64_t Bits();

  // In [0, 1), 53 bits.
  double Uniform();

  // Standard normal (Marsaglia's polar method).
  double Normal();

  // Gamma with this shape and scale 1 (Marsaglia and Tsang 2000). Requires: shape > 0.
  double Gamma(double shape);

  // Chi-squared with nu degrees of freedom.
  double ChiSquared(double nu) { return 2 * Gamma(nu / 2); }

  // Fills `out` with a draw from a Dirichlet distribution, the same concentration for all.
  void Dirichlet(double concentration, std::span<double> out);

  // Returns: an index drawn with these probabilities (or any non-negative weights, not all 0).
  int Choose(std::span<const double> weights);

 private:
  std::uint64_t state_;
  double spare_ = 0;
  bool has_spare_ = false;
};

}  // namespace regimen::hmm
