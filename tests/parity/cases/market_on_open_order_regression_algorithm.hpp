#pragma once

#include <vector>

#include "framework/algorithm.hpp"

namespace regimen::parity {

// On the second day's midnight, hour data: one market-on-open order and one market order, which
// must become market-on-open; both fill at the open.
class MarketOnOpenOrderRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  // Throws std::runtime_error when an order is missing or did not fill.
  void OnEndOfAlgorithm() override;

 private:
  void PlaceAtMidnight();

  Symbol spy_;
  std::vector<OrderTicket*> tickets_;
};

}  // namespace regimen::parity
