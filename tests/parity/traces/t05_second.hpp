#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// Second bars, one day, SPY and IBM, IBM without fill-forward; orders between slices.
class T05Second : public TraceAlgorithm {
 public:
  void Initialize() override;

 private:
  void PlaceBetweenSlices();

  Symbol spy_;
  Symbol ibm_;
};

}  // namespace regimen::parity
