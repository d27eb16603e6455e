#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// Late November to early January: half days (13:00), holidays, dividends; daily bars with precise
// end times next to hour bars.
class T03HalfDaysPrecise : public TraceAlgorithm {
 public:
  void Initialize() override;

 protected:
  void OnTracedData(const Slice& slice) override;
  virtual bool DailyPreciseEndTime() const { return true; }
  virtual Resolution SpyResolution() const { return Resolution::Hour; }

 private:
  void TradeOnDailyBar();
  void PlaceNovemberOrders();
  void PlaceChristmasEveOrders();

  Symbol spy_;
  Symbol aig_;
  Symbol bac_;
  Symbol ibm_;
};

// The same with daily bars that end at midnight and no hour bars but the benchmark's.
class T04DailyLegacyEnd : public T03HalfDaysPrecise {
 protected:
  bool DailyPreciseEndTime() const override { return false; }
  Resolution SpyResolution() const override { return Resolution::Daily; }
};

}  // namespace regimen::parity
