#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// SPY with, IBM without extended hours; limit orders before the open, market orders outside the
// session.
class T08ExtendedHours : public TraceAlgorithm {
 public:
  void Initialize() override;

 private:
  void PlaceBeforeOpen();
  void PlaceAfterClose();

  Symbol spy_;
  Symbol ibm_;
};

}  // namespace regimen::parity
