#pragma once

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// The algorithm lives in London and trades US equities (SPY minutes, IBM days), with schedules in
// both zones; first and last day are London days.
class T19LondonTime : public TraceAlgorithm {
 public:
  void Initialize() override;
  using TraceAlgorithm::OnEndOfDay;
  void OnEndOfDay() override;

 protected:
  void OnTracedData(const Slice& slice) override;
  virtual const char* Zone() const { return "Europe/London"; }
  virtual std::vector<std::string> Windows() const {
    return {"00:00", "14:36", "17:00", "17:02", "20:57", "23:59:59.9"};
  }

 private:
  Symbol spy_;
  Symbol ibm_;
};

// The same in Tokyo, where the session crosses the algorithm's midnight.
class T20TokyoTime : public T19LondonTime {
 protected:
  const char* Zone() const override { return "Asia/Tokyo"; }
  std::vector<std::string> Windows() const override {
    return {"00:00", "00:06", "04:57", "05:10", "08:00",
            "09:00", "22:30", "22:37", "23:55", "23:59:59.9"};
  }
};

}  // namespace regimen::parity
