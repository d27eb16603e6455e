#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// Hour and daily data, four normalization modes, dividend days with positions, Labor Day.
class T02HourDailyDividends : public TraceAlgorithm {
 public:
  void Initialize() override;

 protected:
  void OnTracedData(const Slice& slice) override;

 private:
  Symbol spy_;
  Symbol aig_;
  Symbol bac_;
  Symbol ibm_;
};

}  // namespace regimen::parity
