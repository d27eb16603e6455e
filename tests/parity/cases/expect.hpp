#pragma once

#include <stdexcept>
#include <string>

namespace regimen::parity {

// A check that an algorithm of LEAN's exam makes on itself: throws std::runtime_error with what was
// found instead, which ends the run as a runtime error.
inline void Expect(bool holds, const std::string& otherwise) {
  if (!holds) throw std::runtime_error(otherwise);
}

}  // namespace regimen::parity
