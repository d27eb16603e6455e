#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// Scheduled events of every kind over a month end and the autumn clock change; the benchmark is a
// function that writes its calls.
class T17Schedules : public TraceAlgorithm {
 public:
  void Initialize() override;
  using TraceAlgorithm::OnEndOfDay;
  void OnEndOfDay() override;

 private:
  void ScheduleAtOneInstant();
  void ScheduleByDay();
  void ScheduleByPeriod();
  void ScheduleBySession();
  void ScheduleOtherWays();

  Symbol aig_;
};

}  // namespace regimen::parity
