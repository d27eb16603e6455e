#pragma once

#include <array>
#include <cstdint>

namespace regimen::generator {

// The numbers that Python's random.Random(seed) gives, in the order of the calls: Mersenne Twister
// MT19937 (Matsumoto and Nishimura, 1998), seeded by its array method, and Python's documented
// transforms. It serves data that other programs make by the same rule. Not thread-safe.
//
// Gauss goes through the C library's log, cos and sin, as Python's does; use it where the last bit
// of the result does not matter.
class PythonRandom {
 public:
  explicit PythonRandom(std::uint32_t seed);

  // random.random(): in [0, 1), a multiple of 2^-53.
  double Random();
  // random.randint(low, high), both included. Requires high - low + 1 < 2^32.
  std::int64_t RandInt(std::int64_t low, std::int64_t high);
  // random.gauss(0, sigma).
  double Gauss(double sigma);

 private:
  static constexpr std::size_t kSize = 624;

  std::uint32_t Next();
  void Refill();

  std::array<std::uint32_t, kSize> state_;
  std::size_t used_ = kSize;
  double spare_ = 0.0;
  bool has_spare_ = false;
};

}  // namespace regimen::generator
