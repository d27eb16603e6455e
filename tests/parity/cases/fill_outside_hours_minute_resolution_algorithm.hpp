#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// A market order submitted at 23:00, past the checks that would convert it, must not fill on the
// evening's bar but in the next session.
class FillOutsideHoursMinuteResolutionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;

 private:
  // Throws std::runtime_error when the order fills at once.
  void TradeAtNight();

  Symbol spy_;
};

}  // namespace regimen::parity
