#include "regime/model/random_stream.hpp"

#include <cmath>
#include <cstddef>

namespace regimen::hmm {
namespace {

constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15ULL;

std::uint64_t Mix(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebULL;
  return bits ^ (bits >> 31U);
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t stream)
    : state_(Mix(seed + kGolden) ^ Mix(Mix(stream + 2 * kGolden) + kGolden)) {}

std::uint64_t RandomStream::Bits() {
  state_ += kGolden;
  return Mix(state_);
}

double RandomStream::Uniform() { return static_cast<double>(Bits() >> 11U) * 0x1p-53; }

double RandomStream::Normal() {
  if (has_spare_) {
    has_spare_ = false;
    return spare_;
  }
  double u = 0;
  double v = 0;
  double square = 0;
  do {
    u = 2 * Uniform() - 1;
    v = 2 * Uniform() - 1;
    square = u * u + v * v;
  } while (square >= 1 || square == 0);
  const double factor = std::sqrt(-2 * std::log(square) / square);
  spare_ = v * factor;
  has_spare_ = true;
  return u * factor;
}

double RandomStream::Gamma(double shape) {
  if (shape < 1) {
    // Gamma(a) = Gamma(a + 1) U^(1/a)
    const double larger = Gamma(shape + 1);
    return larger * std::pow(1 - Uniform(), 1 / shape);
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  while (true) {
    const double x = Normal();
    const double root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    if (std::log(1 - Uniform()) < x * x / 2 + d - d * v + d * std::log(v)) return d * v;
  }
}

void RandomStream::Dirichlet(double concentration, std::span<double> out) {
  double sum = 0;
  for (double& entry : out) sum += entry = Gamma(concentration);
  // With a tiny concentration every draw may underflow; the uniform distribution stands in.
  for (double& entry : out) entry = sum > 0 ? entry / sum : 1 / static_cast<double>(out.size());
}

int RandomStream::Choose(std::span<const double> weights) {
  double total = 0;
  for (const double weight : weights) total += weight;
  double left = Uniform() * total;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    last = i;
    if (left < weights[i]) break;
    left -= weights[i];
  }
  return static_cast<int>(last);
}

}  // namespace regimen::hmm
