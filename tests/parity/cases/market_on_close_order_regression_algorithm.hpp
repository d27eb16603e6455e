#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// A market-on-close order at noon of the second day, hour data.
class MarketOnCloseOrderRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  // Throws std::runtime_error when the order did not fill.
  void OnEndOfAlgorithm() override;

 private:
  void PlaceAtNoon();

  Symbol spy_;
  OrderTicket* ticket_ = nullptr;
};

}  // namespace regimen::parity
