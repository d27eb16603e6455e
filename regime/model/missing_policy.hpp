// What NaN in the observations means.
#pragma once

#include <cstdint>

namespace regimen::hmm {

enum class MissingPolicy : std::uint8_t {
  Reject,  // an error that names the place
  Skip,    // the whole observation is missing: density 1 in every state, time goes on
};

}  // namespace regimen::hmm
