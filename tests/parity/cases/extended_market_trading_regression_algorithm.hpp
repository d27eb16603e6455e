#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// One limit order a day at the bar's low, on the first bar outside the regular session.
class ExtendedMarketTradingRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;
  // Throws std::runtime_error when something happens to an order in the regular session.
  void OnOrderEvent(const OrderEvent& order_event) override;

 private:
  bool InMarketHours() const;

  Symbol spy_;
  DateTime last_action_;
};

}  // namespace regimen::parity
