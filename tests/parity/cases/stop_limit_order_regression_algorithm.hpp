#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Follows the trend of daily SPY by two exponential averages over four years: enters with a
// stop-limit order above the high and leaves with one below the low.
class StopLimitOrderRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;
  // Throws std::runtime_error when an order filled untriggered or beyond its limit.
  void OnOrderEvent(const OrderEvent& order_event) override;
  // Throws std::runtime_error unless both orders filled.
  void OnEndOfAlgorithm() override;

 private:
  bool IsReady() const;
  bool TrendIsUp() const;
  bool TrendIsDown() const;

  Symbol spy_;
  ExponentialMovingAverage* fast_ = nullptr;
  ExponentialMovingAverage* slow_ = nullptr;
  OrderTicket* entry_ = nullptr;
  OrderTicket* exit_ = nullptr;
};

}  // namespace regimen::parity
