#define XXH_INLINE_ALL
#include "regime/model/fingerprint.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <type_traits>

#include <xxhash.h>

namespace regimen::hmm {
namespace {

// Takes values in a fixed form: numbers as 8 little-endian bytes, ranges with their length first.
class Digest {
 public:
  Digest() { XXH3_128bits_reset(&state_); }

  template <typename Integer>
  requires std::is_integral_v<Integer> || std::is_enum_v<Integer>
  void Add(Integer value) { AddBits(static_cast<std::uint64_t>(value)); }

  void Add(double value) {
    if (std::isnan(value)) value = std::numeric_limits<double>::quiet_NaN();
    AddBits(std::bit_cast<std::uint64_t>(value + 0.0));  // -0 + 0 is 0
  }

  template <typename T>
  void Add(std::span<const T> values) {
    Add(values.size());
    for (const T& value : values) Add(value);
  }

  Fingerprint Finish() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(&state_);
    return {hash.high64, hash.low64};
  }

 private:
  void AddBits(std::uint64_t bits) {
    std::array<unsigned char, 8> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      bytes[i] = static_cast<unsigned char>(bits >> (8 * i));
    }
    XXH3_128bits_update(&state_, bytes.data(), bytes.size());
  }

  XXH3_state_t state_;
};

void AddTo(Digest& digest, const HmmParameters& parameters) {
  digest.Add(parameters.states);
  digest.Add(parameters.dimensions);
  digest.Add(parameters.covariance_type);
  digest.Add(parameters.emission_type);
  digest.Add(parameters.start_type);
  digest.Add(std::span<const double>(parameters.start));
  digest.Add(std::span<const double>(parameters.transitions));
  digest.Add(std::span<const double>(parameters.means));
  digest.Add(std::span<const double>(parameters.covariances));
  digest.Add(std::span<const double>(parameters.degrees_of_freedom));
}

void AddTo(Digest& digest, const Observations& observations) {
  digest.Add(observations.dimensions);
  digest.Add(observations.values);
  digest.Add(observations.weights);
  digest.Add(observations.lengths);
}

void AddTo(Digest& digest, const Prior& prior) {
  digest.Add(prior.variance_observations);
  digest.Add(prior.mean_observations);
  digest.Add(prior.transition_count);
  digest.Add(prior.sticky_count);
  digest.Add(prior.start_count);
  digest.Add(prior.scatter);
}

void AddTo(Digest& digest, const FitOptions& options) {
  digest.Add(options.states);
  digest.Add(options.covariance_type);
  digest.Add(options.emission_type);
  digest.Add(options.start_type);
  AddTo(digest, options.prior);
  digest.Add(options.degrees_of_freedom);
  digest.Add(options.estimate_degrees_of_freedom);
  digest.Add(std::span<const InitMethod>(options.starts));
  digest.Add(options.random_starts);
  digest.Add(options.seed);
  digest.Add(options.warm_margin);
  digest.Add(options.tolerance);
  digest.Add(options.max_iterations);
  digest.Add(options.variance_floor);
  digest.Add(options.missing);
  digest.Add(options.minimum_observations);
  digest.Add(options.keep_history);
}

template <typename Content>
Fingerprint DigestOf(const Content& content) {
  Digest digest;
  AddTo(digest, content);
  return digest.Finish();
}

}  // namespace

std::string Fingerprint::ToText() const {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string text(32, '0');
  for (std::size_t i = 0; i < 16; ++i) {
    text[15 - i] = kDigits[(high >> (4 * i)) & 15U];
    text[31 - i] = kDigits[(low >> (4 * i)) & 15U];
  }
  return text;
}

Fingerprint FingerprintOf(const HmmParameters& parameters) { return DigestOf(parameters); }
Fingerprint FingerprintOf(const Observations& observations) { return DigestOf(observations); }
Fingerprint FingerprintOf(const FitOptions& options) { return DigestOf(options); }

Fingerprint FingerprintOf(const FitTask& task) {
  Digest digest;
  AddTo(digest, task.observations);
  AddTo(digest, task.options);
  digest.Add(task.warm.has_value());
  if (task.warm) AddTo(digest, *task.warm);
  digest.Add(task.given.size());
  for (const HmmParameters& given : task.given) AddTo(digest, given);
  return digest.Finish();
}

}  // namespace regimen::hmm
