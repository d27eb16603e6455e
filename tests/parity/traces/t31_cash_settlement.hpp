#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// A cash account on hour data: sales settle later. Settled and unsettled cash at every step, a
// purchase beyond the settled cash, a weekend and Columbus Day (an open day) inside.
class T31CashSettlement : public TraceAlgorithm {
 public:
  void Initialize() override;

 protected:
  void OnTracedData(const Slice& slice) override;
  std::string ScheduleExtra() const override;

 private:
  std::string Cash() const;
  void BuyTooMuch();
  void SpendUnsettled();
  void SellShort();

  Symbol spy_;
  Symbol ibm_;
};

}  // namespace regimen::parity
