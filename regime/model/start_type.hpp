// Where the distribution of the first state comes from.
#pragma once

#include <cstdint>

namespace regimen::hmm {

enum class StartType : std::uint8_t {
  Free,        // K - 1 parameters of their own
  Stationary,  // the stationary distribution of the transitions, which answer for it in the fit
  Fixed,       // as given; the fit leaves it alone
};

constexpr const char* ToText(StartType type) {
  switch (type) {
    case StartType::Free:
      return "free";
    case StartType::Stationary:
      return "stationary";
    case StartType::Fixed:
      return "fixed";
  }
  return "unknown";
}

}  // namespace regimen::hmm
