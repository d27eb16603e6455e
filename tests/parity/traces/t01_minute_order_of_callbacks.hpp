#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// Minute SPY and IBM, two days: what comes first at equal time among scheduled events, OnData,
// OnEndOfDay and fills.
class T01MinuteOrderOfCallbacks : public TraceAlgorithm {
 public:
  void Initialize() override;
  using TraceAlgorithm::OnEndOfDay;
  void OnEndOfDay() override;

 protected:
  void OnTracedData(const Slice& slice) override;

 private:
  void ScheduleEvents();
  void PlaceBetweenSlices();

  Symbol spy_;
  Symbol ibm_;
};

}  // namespace regimen::parity
