#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// SPY at minute, hour and daily resolution at once: which bar is in the slice, what price is in the
// cache.
class T33OneSymbolThreeResolutions : public TraceAlgorithm {
 public:
  void Initialize() override;

 protected:
  void OnTracedData(const Slice& slice) override;
  // LEAN's own order of one symbol's bars changes from run to run.
  void Arrange(std::vector<const BaseData*>& points) const override;

 private:
  Symbol spy_;
};

}  // namespace regimen::parity
