// The distribution of an observation given the state.
#pragma once

#include <cstdint>

namespace regimen::hmm {

enum class EmissionType : std::uint8_t {
  Gaussian,
  StudentT,  // heavy tails: an outlier no longer buys a state of its own
};

constexpr const char* ToText(EmissionType type) {
  switch (type) {
    case EmissionType::Gaussian:
      return "gaussian";
    case EmissionType::StudentT:
      return "student-t";
  }
  return "unknown";
}

}  // namespace regimen::hmm
