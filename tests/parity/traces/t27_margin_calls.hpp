#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// GOOG minutes at a leverage of 100 with an oversized position: margin calls and warnings.
// 2015-12-24 is a half day.
class T27MarginCalls : public TraceAlgorithm {
 public:
  void Initialize() override;

 protected:
  void OnTracedData(const Slice& slice) override;

 private:
  Symbol goog_;
};

}  // namespace regimen::parity
