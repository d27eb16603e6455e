#pragma once

#include <stdexcept>

namespace regimen::bench {

// What the bench needs is not on this machine.
class NotHere : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace regimen::bench
