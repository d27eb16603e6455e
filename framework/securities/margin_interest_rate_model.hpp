#pragma once

#include "framework/core/date_time.hpp"

namespace regimen {

class Security;

struct MarginInterestRateParameters {
  regimen::Security& Security;
  DateTime Time;
};

// Interest on a position (LEAN's IMarginInterestRateModel), about once an hour: change the amount
// of Security.QuoteCurrency().
class MarginInterestRateModel {
 public:
  MarginInterestRateModel() = default;
  virtual ~MarginInterestRateModel() = default;
  MarginInterestRateModel(const MarginInterestRateModel&) = delete;
  MarginInterestRateModel& operator=(const MarginInterestRateModel&) = delete;

  virtual void ApplyMarginInterestRate(const MarginInterestRateParameters& parameters) = 0;
};

}  // namespace regimen
