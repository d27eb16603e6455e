// The shape of the states' covariance matrices.
#pragma once

#include <cstdint>

namespace regimen::hmm {

enum class CovarianceType : std::uint8_t {
  Spherical,  // one variance a state
  Diagonal,   // one variance a state and dimension
  Full,       // one matrix a state
  Tied,       // one matrix for all states
};

constexpr const char* ToText(CovarianceType type) {
  switch (type) {
    case CovarianceType::Spherical:
      return "spherical";
    case CovarianceType::Diagonal:
      return "diagonal";
    case CovarianceType::Full:
      return "full";
    case CovarianceType::Tied:
      return "tied";
  }
  return "unknown";
}

}  // namespace regimen::hmm
