#pragma once

#include "framework/algorithm.hpp"
#include "tests/parity/bench/empty_minute.hpp"

namespace regimen::parity {

// Adds up the close of every trade bar and the bid and ask close of every quote bar.
class TouchMinute100 : public EmptyMinute100 {
 public:
  void OnData(const Slice& slice) override;
  void OnEndOfAlgorithm() override;

 private:
  Decimal close_;
  Decimal bid_;
  Decimal ask_;
  int bars_ = 0;
  int quotes_ = 0;
};

}  // namespace regimen::parity
