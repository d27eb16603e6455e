#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// SHY minutes with many gaps and extended hours, over the spring clock change of 2008-03-09, with
// SPY hours and IBM days: fill-forward at the finest rate.
class T07GapsDst : public TraceAlgorithm {
 public:
  void Initialize() override;

 protected:
  void OnTracedData(const Slice& slice) override;

 private:
  Symbol shy_;
  Symbol spy_;
  Symbol ibm_;
};

}  // namespace regimen::parity
