#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// SPY minutes, IBM hours, AIG days, BAC minutes without fill-forward: one run at the minute rate,
// with copies of the slow bars in every minute.
class T28MixedResolutions : public TraceAlgorithm {
 public:
  void Initialize() override;

 protected:
  void OnTracedData(const Slice& slice) override;

 private:
  Symbol ibm_;
  Symbol aig_;
};

}  // namespace regimen::parity
