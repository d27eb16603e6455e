#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// Ticks of IBM with extended hours: slices of several ticks of one millisecond, every kind of order
// on ticks.
class T06Tick : public TraceAlgorithm {
 public:
  void Initialize() override;

 private:
  void PlaceAtNoon();

  Symbol ibm_;
};

}  // namespace regimen::parity
