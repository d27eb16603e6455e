#include "data/generator/random.hpp"

#include <bit>
#include <cmath>

#include "data/generator/portable_math.hpp"

namespace regimen::generator {
namespace {

std::uint64_t SplitMix64(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

// FNV-1a.
std::uint64_t HashOf(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return hash;
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view stream, std::uint64_t index) {
  // Each part is mixed in full before the next one joins: neighbouring seeds, names and indices
  // give unrelated states.
  std::uint64_t mix = seed;
  mix = SplitMix64(mix) ^ HashOf(stream);
  mix = SplitMix64(mix) ^ index;
  for (std::uint64_t& word : state_) word = SplitMix64(mix);
}

std::uint64_t Random::Next() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

double Random::Uniform() { return static_cast<double>(Next() >> 11) * 0x1p-53; }

std::int64_t Random::Between(std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(Uniform() * static_cast<double>(high - low + 1));
}

double Random::Normal() {
  if (has_spare_) {
    has_spare_ = false;
    return spare_;
  }
  double x = 0.0;
  double y = 0.0;
  double square = 0.0;
  do {
    x = 2.0 * Uniform() - 1.0;
    y = 2.0 * Uniform() - 1.0;
    square = x * x + y * y;
  } while (square >= 1.0 || square == 0.0);
  const double scale = std::sqrt(-2.0 * Log(square) / square);
  spare_ = y * scale;
  has_spare_ = true;
  return x * scale;
}

double Random::FatTailed() {
  const double width = Uniform() < 0.04 ? 2.5 : 1.0;
  return Normal() * width / 1.1;  // 1.1^2 = 0.96 + 0.04 * 2.5^2
}

}  // namespace regimen::generator
