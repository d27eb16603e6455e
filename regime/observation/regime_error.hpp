// What is wrong with what a caller asked of the regime rooms.
#pragma once

#include <stdexcept>

namespace regimen {

// A setting out of its range, a name nobody knows. `what()` names the setting, what was expected
// and what to do. What is wrong with the data is no exception: it is a DetectorStatus.
class RegimeError : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

}  // namespace regimen
