#include "data/generator/python_random.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace regimen::generator {

PythonRandom::PythonRandom(std::uint32_t seed) {
  state_[0] = 19650218U;
  for (std::uint32_t i = 1; i < kSize; ++i) {
    state_[i] = 1812433253U * (state_[i - 1] ^ (state_[i - 1] >> 30)) + i;
  }
  // The key has one word, the seed: it joins every word of the state once.
  std::uint32_t i = 1;
  const auto advance = [&] {
    if (++i < kSize) return;
    state_[0] = state_[kSize - 1];
    i = 1;
  };
  for (std::size_t step = 0; step < kSize; ++step) {
    state_[i] = (state_[i] ^ ((state_[i - 1] ^ (state_[i - 1] >> 30)) * 1664525U)) + seed;
    advance();
  }
  for (std::size_t step = 1; step < kSize; ++step) {
    state_[i] = (state_[i] ^ ((state_[i - 1] ^ (state_[i - 1] >> 30)) * 1566083941U)) - i;
    advance();
  }
  state_[0] = 0x80000000U;
}

void PythonRandom::Refill() {
  constexpr std::size_t kOffset = 397;
  for (std::size_t i = 0; i < kSize; ++i) {
    const std::uint32_t mixed = (state_[i] & 0x80000000U) | (state_[(i + 1) % kSize] & 0x7fffffffU);
    state_[i] = state_[(i + kOffset) % kSize] ^ (mixed >> 1) ^ ((mixed & 1U) * 0x9908b0dfU);
  }
  used_ = 0;
}

std::uint32_t PythonRandom::Next() {
  if (used_ == kSize) Refill();
  std::uint32_t y = state_[used_++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680U;
  y ^= (y << 15) & 0xefc60000U;
  return y ^ (y >> 18);
}

double PythonRandom::Random() {
  const std::uint32_t high = Next() >> 5;
  const std::uint32_t low = Next() >> 6;
  return (high * 67108864.0 + low) * 0x1p-53;
}

std::int64_t PythonRandom::RandInt(std::int64_t low, std::int64_t high) {
  const auto count = static_cast<std::uint32_t>(high - low + 1);
  const int unused_bits = std::countl_zero(count);
  std::uint32_t drawn = 0;
  do {
    drawn = Next() >> unused_bits;
  } while (drawn >= count);
  return low + drawn;
}

double PythonRandom::Gauss(double sigma) {
  if (has_spare_) {
    has_spare_ = false;
    return spare_ * sigma;
  }
  const double angle = Random() * 2.0 * std::numbers::pi;
  const double radius = std::sqrt(-2.0 * std::log(1.0 - Random()));
  spare_ = std::sin(angle) * radius;
  has_spare_ = true;
  return std::cos(angle) * radius * sigma;
}

}  // namespace regimen::generator
