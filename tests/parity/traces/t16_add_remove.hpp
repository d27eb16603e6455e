#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// Securities added and removed in scheduled events, in OnData and in OnSecuritiesChanged, with
// positions, open orders, and schedules made and removed at run time.
class T16AddRemove : public TraceAlgorithm {
 public:
  void Initialize() override;
  void OnSecuritiesChanged(const SecurityChanges& changes) override;

 protected:
  void OnTracedData(const Slice& slice) override;

 private:
  void AddIbm();
  void BuyIbm();
  void RemoveIbm();
  void AddAig();
  void OnMonday(const Slice& slice);
  void OnTuesday();

  Symbol spy_;
  Symbol ibm_;
  Symbol aig_;
  Symbol bac_;
  ScheduledEvent* every_five_minutes_ = nullptr;
  int inner_events_ = 0;
};

}  // namespace regimen::parity
