// Where EM starts.
#pragma once

#include <cstdint>

namespace regimen::hmm {

enum class InitMethod : std::uint8_t {
  VolatilitySplit,  // groups by local volatility: the best single start on returns
  KMeans,           // k-means++ and Lloyd on standardised observations
  Quantile,         // means at the quantiles, one common covariance
  Random,           // means at random observations, random scales and persistence
  Given,            // parameters of the caller, as they are
  Warm,             // parameters of the caller, softened so that zeros can revive
};

constexpr const char* ToText(InitMethod method) {
  switch (method) {
    case InitMethod::VolatilitySplit:
      return "volatility split";
    case InitMethod::KMeans:
      return "k-means";
    case InitMethod::Quantile:
      return "quantile";
    case InitMethod::Random:
      return "random";
    case InitMethod::Given:
      return "given";
    case InitMethod::Warm:
      return "warm";
  }
  return "unknown";
}

}  // namespace regimen::hmm
