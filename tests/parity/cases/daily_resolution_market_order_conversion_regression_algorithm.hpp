#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Market orders of scheduled events: of daily SPY they become market-on-close or, near the close,
// market-on-open; of minute IBM they fill at once.
class DailyResolutionMarketOrderConversionRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  // Throws std::runtime_error when a converted order fills at another session than it should.
  void OnOrderEvent(const OrderEvent& order_event) override;
  void OnEndOfAlgorithm() override;

 private:
  void TradeAfterOpen();
  void TradeBeforeClose();

  Symbol daily_;
  Symbol minute_;
  OrderTicket* minute_ticket_ = nullptr;
  OrderTicket* on_close_ = nullptr;
  OrderTicket* on_open_ = nullptr;
};

}  // namespace regimen::parity
