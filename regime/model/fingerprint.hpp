// Content as a number.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "regime/model/fit_task.hpp"

namespace regimen::hmm {

// 128 bits that stand for content (xxHash XXH3): equal content, equal fingerprint, on every machine
// and in every run; different content, a different one for all that a cache will ever meet. Not for
// defence against people who forge. A value.
struct Fingerprint {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  auto operator<=>(const Fingerprint&) const = default;

  // 32 hexadecimal digits.
  std::string ToText() const;
};

// Everything in these that can change a result is covered; the sign of a zero and the kind of a NaN
// are not. O(size).
Fingerprint FingerprintOf(const HmmParameters& parameters);
Fingerprint FingerprintOf(const Observations& observations);
Fingerprint FingerprintOf(const FitOptions& options);
Fingerprint FingerprintOf(const FitTask& task);

}  // namespace regimen::hmm
