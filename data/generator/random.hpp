#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace regimen::generator {

// A stream of random numbers that is the same on every machine: xoshiro256** (Blackman and Vigna,
// 2018), its state filled by SplitMix64. Normal values come from Marsaglia's polar method over
// portable_math.hpp, so no C library has a say in them.
//
// Each purpose draws from its own stream (market, one symbol's days, one symbol's minutes of one
// day): what is generated for one never depends on what else is generated. Not thread-safe.
class Random {
 public:
  // The stream of this seed, name and index; streams of different names are independent.
  explicit Random(std::uint64_t seed, std::string_view stream = {}, std::uint64_t index = 0);

  // The stream of xoshiro256** from this state, which must not be all zero.
  explicit Random(const std::array<std::uint64_t, 4>& state) : state_(state) {}

  // 64 random bits.
  std::uint64_t Next();
  // In [0, 1), a multiple of 2^-53.
  double Uniform();
  // An integer from `low` to `high`, both included; requires low <= high < low + 2^53.
  std::int64_t Between(std::int64_t low, std::int64_t high);
  // Mean 0, variance 1.
  double Normal();
  // Mean 0, variance 1, kurtosis 5.2: one normal draw in 25 is 2.5 times as wide, as daily returns
  // have it within a calm or a stormy spell.
  double FatTailed();

 private:
  std::array<std::uint64_t, 4> state_;
  double spare_ = 0.0;
  bool has_spare_ = false;
};

}  // namespace regimen::generator
